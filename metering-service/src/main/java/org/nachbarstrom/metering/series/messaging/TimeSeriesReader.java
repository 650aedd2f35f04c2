package org.nachbarstrom.metering.series.messaging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesRejection;
import org.nachbarstrom.metering.series.StatusRun;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Makes a delivery of an event, or refuses it. */
final class TimeSeriesReader {
  private static final String QUARTER_HOUR = "PT15M";

  private TimeSeriesReader() {}

  /**
   * Reads the body.
   *
   * @throws ProblemException if a member is missing or a value cannot be taken
   */
  static Delivery read(TimeSeriesReceived body) {
    requirePresent(
        body.interchange(),
        body.message(),
        body.receivedAt(),
        body.accountingPoint(),
        body.series());
    requirePresent(body.interchange().sender(), body.interchange().reference());
    requirePresent(body.message().reference(), body.message().messageTime());
    String reference =
        String.join(
            "/",
            body.interchange().sender(),
            body.interchange().reference(),
            body.message().reference());
    Origin origin = new Origin(body.message().messageTime(), body.receivedAt(), reference);
    return new Delivery(accountingPoint(body.accountingPoint()), origin, blocks(body.series()));
  }

  private static AccountingPointId accountingPoint(String value) {
    return AccountingPointId.tryParse(value)
        .orElseThrow(() ->
            new ProblemException(
                SeriesRejection.UNREADABLE_ACCOUNTING_POINT,
                "'" + value + "' is no accounting point id."));
  }

  private static Map<EnergyDirection, List<DayBlock>> blocks(
      List<TimeSeriesReceived.Series> seriesList) {
    Map<EnergyDirection, DayBlockAssembly> assemblies = new EnumMap<>(EnergyDirection.class);
    for (TimeSeriesReceived.Series series : seriesList) {
      requirePresent(series.direction(), series.blocks());
      DayBlockAssembly assembly =
          assemblies.computeIfAbsent(series.direction(), direction -> new DayBlockAssembly());
      series.blocks().forEach(block -> add(assembly, block));
    }
    Map<EnergyDirection, List<DayBlock>> blocks = new EnumMap<>(EnergyDirection.class);
    assemblies.forEach(
        (direction, assembly) -> blocks.put(direction, List.copyOf(assembly.blocks())));
    return blocks;
  }

  private static void add(DayBlockAssembly assembly, TimeSeriesReceived.Block block) {
    requirePresent(block.start(), block.quantitiesMilliWattHours(), block.qualities());
    if (!QUARTER_HOUR.equals(block.resolution())) {
      throw new ProblemException(
          SeriesRejection.UNSUPPORTED_RESOLUTION,
          "Values at " + block.start() + " have the resolution " + block.resolution() + ".");
    }
    assembly.add(
        block.start(),
        block.quantitiesMilliWattHours().values(),
        block.qualities().stream().map(TimeSeriesReader::run).toList(),
        statuses(block.statuses()));
  }

  private static List<StatusRun> statuses(@Nullable List<TimeSeriesReceived.Status> statuses) {
    return statuses == null ? List.of() : statuses.stream().map(TimeSeriesReader::status).toList();
  }

  private static StatusRun status(TimeSeriesReceived.Status run) {
    try {
      ValueStatus status =
          new ValueStatus(
              Objects.requireNonNullElse(run.plausibility(), List.of()),
              Objects.requireNonNullElse(run.substitutionMethod(), ""),
              Objects.requireNonNullElse(run.correctionReason(), ""),
              Objects.requireNonNullElse(run.substitutionReason(), ""),
              List.of());
      return new StatusRun(status, run.index(), run.count());
    } catch (IllegalArgumentException unreadable) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, String.valueOf(unreadable.getMessage()));
    }
  }

  private static QualityRun run(TimeSeriesReceived.Run run) {
    requirePresent(run.quality());
    return new QualityRun(run.quality(), run.count());
  }

  /** JSON leaves absent members null, whatever the record says. */
  private static void requirePresent(@Nullable Object... members) {
    if (!Stream.of(members).allMatch(Objects::nonNull)) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, "A required member is missing or null.");
    }
  }
}

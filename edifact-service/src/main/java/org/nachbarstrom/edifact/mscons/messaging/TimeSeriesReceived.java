package org.nachbarstrom.edifact.mscons.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject.Kind;
import org.nachbarstrom.edifact.core.mscons.QualityRun;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.event.OutgoingEvent;

/**
 * Body of {@code edifact.time-series-received.v1}, as in its schema.
 *
 * @param accountingPoint market location, tranche, metering point or grid coupling point
 */
record TimeSeriesReceived(
    Source.Interchange interchange,
    Source.Message message,
    Instant receivedAt,
    String accountingPoint,
    List<Series> series) {
  private static final String ADDRESS = "edifact.time-series-received.v1";
  private static final String QUARTER_HOUR = "PT15M";
  private static final int ELECTRICITY = 1;
  private static final Set<Kind> USED = EnumSet.of(Kind.MARKET_LOCATION, Kind.METERING_POINT);

  record Series(String obis, EnergyDirection direction, List<Block> blocks) {}

  /** Energies of neighbouring quarter-hours; the counts of the qualities add up to their number. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Block(
      Instant start,
      String resolution,
      List<Long> quantitiesMilliWattHours,
      List<QualityRun> qualities,
      @Nullable List<StatusRun> statuses) {}

  /** The status of neighbouring values from an index on. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StatusRun(
      @JsonInclude(JsonInclude.Include.ALWAYS) int index,
      int count,
      List<String> plausibility,
      String substitutionMethod,
      String correctionReason,
      String substitutionReason) {}

  /** The event; nothing if it has no register of active energy of a point that metering keeps. */
  static Optional<OutgoingEvent> event(Source source, LoadProfile profile) {
    List<Series> series =
        profile.series().stream()
            .map(TimeSeriesReceived::series)
            .flatMap(Optional::stream)
            .toList();
    if (series.isEmpty() || !USED.contains(profile.object().kind())) {
      return Optional.empty();
    }
    TimeSeriesReceived body =
        new TimeSeriesReceived(
            source.interchange(),
            source.message(),
            source.receivedAt(),
            profile.object().id(),
            series);
    return Optional.of(new OutgoingEvent(ADDRESS, profile.object().id(), body));
  }

  private static Optional<Series> series(RegisterSeries series) {
    if (series.obis().medium() != ELECTRICITY || !series.obis().isLoadProfile()) {
      return Optional.empty();
    }
    return series
        .obis()
        .direction()
        .map(direction -> new Series(series.obis().toString(), direction, List.of(block(series))));
  }

  /** An accepted profile has no gaps, so one block holds it. */
  private static Block block(RegisterSeries series) {
    List<StatusRun> statuses = statuses(series);
    return new Block(
        series.period().start(),
        QUARTER_HOUR,
        LongStream.of(series.milliWattHours()).boxed().toList(),
        series.qualityRuns(),
        statuses.isEmpty() ? null : statuses);
  }

  private static List<StatusRun> statuses(RegisterSeries series) {
    List<StatusRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= series.size(); i++) {
      if (i == series.size() || !series.status(i).equals(series.status(start))) {
        Status status = Status.of(series.status(start));
        if (status != null) {
          runs.add(
              new StatusRun(
                  start,
                  i - start,
                  status.plausibility(),
                  status.substitutionMethod(),
                  status.correctionReason(),
                  status.substitutionReason()));
        }
        start = i;
      }
    }
    return runs;
  }
}

package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Delivery;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.RecordSeries;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.StatusRun;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records the values of a substitution in its series, like a delivery, and announces them. */
@ApplicationScoped
class RecordSubstitutes {
  private final RecordingClock clock;
  private final SeriesStore store;
  private final RecordSeries recordSeries;
  private final SubstituteAnnouncer announcer;

  RecordSubstitutes(
      RecordingClock clock,
      SeriesStore store,
      RecordSeries recordSeries,
      SubstituteAnnouncer announcer) {
    this.clock = clock;
    this.store = store;
    this.recordSeries = recordSeries;
    this.announcer = announcer;
  }

  /** Keeps others from changing the series until this transaction ends. */
  Uni<Void> lock(Tenant tenant, Substitution substitution) {
    return clock.now(tenant).chain(now -> store.lock(tenant, substitution.key(), now));
  }

  /** Records the values; fails if a usable one is there by now. The series is locked. */
  Uni<Void> record(Tenant tenant, Substitution substitution, Instant now) {
    Collection<DayBlock> blocks = blocks(substitution);
    List<LocalDate> days = blocks.stream().map(DayBlock::day).toList();
    return store
        .latest(substitution.key(), days)
        .invoke(latest -> requireGap(substitution, latest))
        .map(latest -> origin(substitution, latest, now))
        .chain(origin ->
            recordSeries.record(
                tenant,
                new Delivery(
                    substitution.key().accountingPoint(),
                    origin,
                    Map.of(substitution.key().direction(), List.copyOf(blocks)))))
        .chain(recorded -> announcer.announce(tenant, substitution, now));
  }

  private static Collection<DayBlock> blocks(Substitution substitution) {
    List<Long> energies = substitution.values().milliWattHours();
    ValueStatus status =
        ValueStatus.substitute(substitution.values().method().code(), substitution.reason().name());
    DayBlockAssembly assembly = new DayBlockAssembly();
    assembly.add(
        substitution.values().interval().start(),
        energies,
        List.of(new QualityRun(ValueQuality.SUBSTITUTE, energies.size())),
        List.of(new StatusRun(status, 0, energies.size())));
    return assembly.blocks();
  }

  private static void requireGap(Substitution substitution, Map<LocalDate, DayState> latest) {
    starts(substitution.values().interval())
        .filter(start -> usable(latest, start))
        .findFirst()
        .ifPresent(start -> {
          throw new ProblemException(
              SubstituteRejection.NO_GAP_ANY_MORE, "There is a usable value at " + start + ".");
        });
  }

  private static boolean usable(Map<LocalDate, DayState> latest, Instant start) {
    DayState state = latest.get(QuarterHours.utcDayOf(start));
    if (state == null) {
      return false;
    }
    ValueQuality quality = state.values().quality(QuarterHours.slotOf(start));
    return quality.billable() || quality.provisional();
  }

  /**
   * A substitute counts more than the unusable value it stands in for, and less than any message
   * that was made later, or about whose quarter-hours nothing was known.
   */
  private static Origin origin(
      Substitution substitution, Map<LocalDate, DayState> latest, Instant now) {
    Instant messageTime =
        starts(substitution.values().interval())
            .flatMap(start -> {
              DayState state = latest.get(QuarterHours.utcDayOf(start));
              return state == null
                  ? Stream.empty()
                  : state.origin(QuarterHours.slotOf(start)).stream();
            })
            .map(Origin::messageTime)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return new Origin(messageTime, now, "substitution/" + substitution.id());
  }

  private static Stream<Instant> starts(Interval interval) {
    return Stream.iterate(
        interval.start(), interval.end()::isAfter, start -> QuarterHours.plus(start, 1));
  }
}

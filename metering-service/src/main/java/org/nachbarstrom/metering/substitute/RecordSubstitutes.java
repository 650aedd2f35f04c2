package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
  private final SeriesStore store;
  private final RecordSeries recordSeries;
  private final SubstituteAnnouncer announcer;

  RecordSubstitutes(SeriesStore store, RecordSeries recordSeries, SubstituteAnnouncer announcer) {
    this.store = store;
    this.recordSeries = recordSeries;
    this.announcer = announcer;
  }

  /** Keeps others from changing the series until this transaction ends. */
  Uni<Void> lock(Tenant tenant, Substitution substitution) {
    return store.lock(tenant, List.of(substitution.key()));
  }

  /** Records the values; fails if a usable one is there by now. The series is locked. */
  Uni<Void> record(Tenant tenant, Substitution substitution, Instant now) {
    return store
        .latest(substitution.key(), QuarterHours.utcDays(substitution.values().interval()))
        .invoke(latest -> requireGap(substitution, latest))
        .chain(latest -> record(tenant, substitution, byOrigin(substitution, latest, now)))
        .chain(recorded -> announcer.announce(tenant, substitution, now));
  }

  /** Records the values once more, unless a usable one is there. The series is locked. */
  Uni<Void> again(Tenant tenant, Substitution substitution, Instant now) {
    return store
        .latest(substitution.key(), QuarterHours.utcDays(substitution.values().interval()))
        .chain(latest ->
            starts(substitution.values().interval()).anyMatch(start -> usable(latest, start))
                ? Uni.createFrom().voidItem()
                : record(tenant, substitution, byOrigin(substitution, latest, now))
                    .chain(recorded -> announcer.announce(tenant, substitution, now)));
  }

  private Uni<Void> record(
      Tenant tenant, Substitution substitution, Map<Origin, DayBlockAssembly> byOrigin) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (Map.Entry<Origin, DayBlockAssembly> entry : byOrigin.entrySet()) {
      Delivery delivery =
          new Delivery(
              substitution.key().accountingPoint(),
              entry.getKey(),
              Map.of(substitution.key().direction(), List.copyOf(entry.getValue().blocks())));
      chain = chain.chain(previous -> recordSeries.record(tenant, delivery)).replaceWithVoid();
    }
    return chain;
  }

  /**
   * The values by the message they count as. A substitute counts more than the unusable value it
   * stands in for, and less than any message made later; where nothing is known it counts less than
   * any message at all.
   */
  private static Map<Origin, DayBlockAssembly> byOrigin(
      Substitution substitution, Map<LocalDate, DayState> latest, Instant now) {
    ValueStatus status =
        ValueStatus.substitute(substitution.values().method().code(), substitution.reason().name());
    String reference = "substitution/" + substitution.id();
    Map<Origin, DayBlockAssembly> assemblies = new TreeMap<>();
    Iterator<Long> energies = substitution.values().milliWattHours().iterator();
    starts(substitution.values().interval())
        .forEach(start ->
            assemblies
                .computeIfAbsent(
                    new Origin(
                        there(latest, start).map(Origin::messageTime).orElse(Instant.EPOCH),
                        received(latest, start, now),
                        reference),
                    origin -> new DayBlockAssembly())
                .add(
                    start,
                    List.of(energies.next()),
                    List.of(new QualityRun(ValueQuality.SUBSTITUTE, 1)),
                    List.of(new StatusRun(status, 0, 1))));
    return assemblies;
  }

  private static Optional<Origin> there(Map<LocalDate, DayState> latest, Instant start) {
    return Optional.ofNullable(latest.get(QuarterHours.utcDayOf(start)))
        .flatMap(state -> state.origin(QuarterHours.slotOf(start)));
  }

  /** Now, or just after what is there if that was received by a clock ahead of ours. */
  private static Instant received(Map<LocalDate, DayState> latest, Instant start, Instant now) {
    return there(latest, start)
        .map(origin -> origin.receivedAt().plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .orElse(now);
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

  private static Stream<Instant> starts(Interval interval) {
    return Stream.iterate(
        interval.start(), interval.end()::isAfter, start -> QuarterHours.plus(start, 1));
  }
}

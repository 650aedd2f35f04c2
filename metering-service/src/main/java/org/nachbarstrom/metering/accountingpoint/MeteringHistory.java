package org.nachbarstrom.metering.accountingpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * How an accounting point was metered on which days: on each as the newest declaration says that
 * holds on it.
 *
 * @param newestFirst declarations about one point, the newest first; empty if there is none
 */
public record MeteringHistory(List<PointMetering> newestFirst) {
  private static final DeliveryCalendar DAYS = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));

  /** Nothing was declared. */
  public static final MeteringHistory NONE = new MeteringHistory(List.of());

  /** A history. */
  public MeteringHistory {
    newestFirst = List.copyOf(newestFirst);
  }

  /** Only one declaration. */
  public static MeteringHistory of(PointMetering metering) {
    return new MeteringHistory(List.of(metering));
  }

  /** The newest declaration. */
  public Optional<PointMetering> newest() {
    return newestFirst.stream().findFirst();
  }

  /** How it is metered at the instant. */
  public Optional<PointMetering> at(Instant instant) {
    return on(DAYS.dayOf(instant));
  }

  /**
   * How it is metered in all of the interval; nothing if that changes or is not known for a part.
   */
  public Optional<PointMetering> during(Interval interval) {
    LocalDate first = DAYS.dayOf(interval.start());
    LocalDate last = DAYS.dayOf(interval.end().minusNanos(1));
    Optional<PointMetering> begin = on(first);
    boolean same =
        newestFirst.stream()
            .flatMap(metering -> Stream.ofNullable(metering.from()))
            .filter(day -> day.isAfter(first) && !day.isAfter(last))
            .allMatch(day -> sameRegister(begin, on(day)));
    return same ? begin : Optional.empty();
  }

  /**
   * Whether the metering point is named on any day from this one on.
   *
   * @param from absent: on any day at all
   */
  boolean names(MeteringPointId meteringPoint, @Nullable LocalDate from) {
    LocalDate first = from == null ? LocalDate.MIN : from;
    return Stream.concat(Stream.of(first), changes())
        .filter(day -> !day.isBefore(first))
        .flatMap(day -> on(day).stream())
        .anyMatch(metering -> meteringPoint.equals(metering.meteringPoint()));
  }

  /** Metering points that are named on any day. */
  public Set<MeteringPointId> meteringPoints() {
    return changes()
        .flatMap(day -> on(day).stream())
        .flatMap(metering -> Stream.ofNullable(metering.meteringPoint()))
        .collect(Collectors.toSet());
  }

  /** Whether both name the same metering point on any day. */
  boolean meets(MeteringHistory other) {
    return Stream.concat(changes(), other.changes())
        .anyMatch(day ->
            on(day)
                .flatMap(metering -> Optional.ofNullable(metering.meteringPoint()))
                .filter(
                    own -> other.on(day).filter(its -> own.equals(its.meteringPoint())).isPresent())
                .isPresent());
  }

  /** Days on which the metering may change, and one before all of them. */
  private Stream<LocalDate> changes() {
    return Stream.concat(
        Stream.of(LocalDate.MIN),
        newestFirst.stream().flatMap(metering -> Stream.ofNullable(metering.from())));
  }

  private Optional<PointMetering> on(LocalDate day) {
    return newestFirst.stream()
        .filter(metering -> metering.from() == null || !metering.from().isAfter(day))
        .findFirst();
  }

  private static boolean sameRegister(Optional<PointMetering> one, Optional<PointMetering> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().transformerFactor() == other.get().transformerFactor()
        && Objects.equals(one.get().registerDigits(), other.get().registerDigits());
  }
}

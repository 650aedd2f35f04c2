package org.nachbarstrom.metering.substitute;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Finds what was measured at the times of a gap on days of the same kind: workdays, Saturdays and
 * Sundays; public holidays are not known and count as the day of the week they fall on.
 */
public final class ComparableDays {
  private static final DeliveryCalendar DAYS = QuantityPeriod.MARKET;
  private static final int FARTHEST_DAYS = 28;
  private static final int MOST_DAYS = 4;

  private final Values values;

  /** Compares within what is known. */
  public ComparableDays(Values values) {
    this.values = values;
  }

  /**
   * The comparable days nearest to the day of the gap, at most four, the earlier of two first, each
   * with a measured value at all its times.
   *
   * @param gap within one local day
   */
  public List<LocalDate> nearest(Interval gap) {
    LocalDate day = DAYS.dayOf(gap.start());
    List<LocalDate> found = new ArrayList<>();
    for (int distance = 1; distance <= FARTHEST_DAYS && found.size() < MOST_DAYS; distance++) {
      for (LocalDate candidate : List.of(day.minusDays(distance), day.plusDays(distance))) {
        if (found.size() < MOST_DAYS && kind(candidate) == kind(day) && measured(gap, candidate)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  /** Sums of the days per quarter-hour of the gap. */
  long[] sums(Interval gap, List<LocalDate> days) {
    long[] sums = new long[gap.quarterHours()];
    for (LocalDate day : days) {
      List<Instant> times = sameTimes(gap, day);
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.addExact(sums[i], values.energy(times.get(i)));
      }
    }
    return sums;
  }

  /** The largest value of the days at the times of the gap, in 10⁻⁶ kWh. */
  public long largest(Interval gap, List<LocalDate> days) {
    return days.stream()
        .flatMap(day -> sameTimes(gap, day).stream())
        .mapToLong(values::energy)
        .max()
        .orElse(0);
  }

  private boolean measured(Interval gap, LocalDate day) {
    List<Instant> times = sameTimes(gap, day);
    return times.size() == gap.quarterHours()
        && times.stream().allMatch(time -> values.quality(time) == ValueQuality.MEASURED);
  }

  /**
   * The quarter-hours of the day with the same local times, of two the earlier one; those that the
   * day does not have are left out.
   */
  private static List<Instant> sameTimes(Interval gap, LocalDate day) {
    Interval from = DAYS.of(DAYS.dayOf(gap.start()));
    Interval to = DAYS.of(day);
    boolean clockStands =
        from.quarterHours() == QuarterHours.PER_UTC_DAY
            && to.quarterHours() == QuarterHours.PER_UTC_DAY;
    if (clockStands) {
      int first = new Interval(from.start(), gap.end()).quarterHours() - gap.quarterHours();
      return IntStream.range(first, first + gap.quarterHours())
          .mapToObj(i -> QuarterHours.plus(to.start(), i))
          .toList();
    }
    return IntStream.range(0, gap.quarterHours())
        .mapToObj(i -> QuarterHours.plus(gap.start(), i).atZone(DAYS.zone()).toLocalTime())
        .flatMap(time -> at(day.atTime(time)).stream())
        .toList();
  }

  private static Optional<Instant> at(LocalDateTime local) {
    ZonedDateTime zoned = local.atZone(DAYS.zone());
    return Optional.of(zoned)
        .filter(exists -> exists.toLocalDateTime().equals(local))
        .map(ZonedDateTime::toInstant);
  }

  private static int kind(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> day.getDayOfWeek().getValue();
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> DayOfWeek.MONDAY.getValue();
    };
  }

  /** What is known of the series; missing outside of what was read. */
  public interface Values {
    /** Energy of the quarter-hour in 10⁻⁶ kWh. */
    long energy(Instant start);

    /** Its quality. */
    ValueQuality quality(Instant start);
  }
}

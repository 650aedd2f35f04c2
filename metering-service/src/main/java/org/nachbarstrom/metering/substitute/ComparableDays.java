package org.nachbarstrom.metering.substitute;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
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
    for (int i = 0; i < sums.length; i++) {
      for (LocalDate day : days) {
        sums[i] = Math.addExact(sums[i], values.energy(sameTime(gap, i, day)));
      }
    }
    return sums;
  }

  /** The largest value of the days at the times of the gap, in 10⁻⁶ kWh. */
  public long largest(Interval gap, List<LocalDate> days) {
    long largest = 0;
    for (int i = 0; i < gap.quarterHours(); i++) {
      for (LocalDate day : days) {
        largest = Math.max(largest, values.energy(sameTime(gap, i, day)));
      }
    }
    return largest;
  }

  private boolean measured(Interval gap, LocalDate day) {
    for (int i = 0; i < gap.quarterHours(); i++) {
      Instant instant = sameTime(gap, i, day);
      boolean exists = local(instant).equals(local(gap, i, day));
      if (!exists || values.quality(instant) != ValueQuality.MEASURED) {
        return false;
      }
    }
    return true;
  }

  /** The quarter-hour of the day with the same local time; of two, the earlier one. */
  private static Instant sameTime(Interval gap, int index, LocalDate day) {
    return ZonedDateTime.of(local(gap, index, day), DAYS.zone()).toInstant();
  }

  private static LocalDateTime local(Interval gap, int index, LocalDate day) {
    return local(QuarterHours.plus(gap.start(), index)).toLocalTime().atDate(day);
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, DAYS.zone());
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

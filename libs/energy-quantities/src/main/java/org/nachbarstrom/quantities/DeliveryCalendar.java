package org.nachbarstrom.quantities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Delivery days: a day runs from local midnight to local midnight and so has 92, 96 or 100
 * quarter-hours where clocks change by an hour.
 *
 * @param zone time zone whose midnight parts the days
 */
public record DeliveryCalendar(ZoneId zone) {
  /** The delivery day in which the instant lies. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The day as an interval. */
  public Interval of(LocalDate day) {
    return of(day, day.plusDays(1));
  }

  /**
   * The days as one interval.
   *
   * @param from first day
   * @param toExclusive first day after, later than from
   * @throws IllegalArgumentException if there is no day between them
   */
  public Interval of(LocalDate from, LocalDate toExclusive) {
    return new Interval(startOf(from), startOf(toExclusive));
  }

  /** How many quarter-hours the day has. */
  public int quarterHours(LocalDate day) {
    return of(day).quarterHours();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}

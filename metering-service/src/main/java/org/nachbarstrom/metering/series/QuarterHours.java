package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.nachbarstrom.quantities.Interval;

/** The grid of day blocks: 96 slots of a quarter-hour per UTC day. */
public final class QuarterHours {
  /** Slots of a UTC day. */
  public static final int PER_UTC_DAY = 96;

  private static final long SECONDS = 900;

  private QuarterHours() {}

  /** The UTC day in which the instant lies. */
  public static LocalDate utcDayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The slot of the UTC day in which the instant lies, 0 to 95. */
  public static int slotOf(Instant instant) {
    return (int) (Math.floorDiv(instant.getEpochSecond(), SECONDS) % PER_UTC_DAY);
  }

  /** Where the slot begins. */
  public static Instant startOf(LocalDate utcDay, int slot) {
    return utcDay.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(slot * SECONDS);
  }

  /** The UTC days that the interval touches, in order. */
  public static List<LocalDate> utcDays(Interval interval) {
    return utcDayOf(interval.start()).datesUntil(utcDayOf(interval.end()).plusDays(1)).toList();
  }

  /** The instant so many quarter-hours later. */
  public static Instant plus(Instant start, int quarterHours) {
    return start.plusSeconds(quarterHours * SECONDS);
  }
}

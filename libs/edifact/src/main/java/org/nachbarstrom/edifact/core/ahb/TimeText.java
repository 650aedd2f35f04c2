package org.nachbarstrom.edifact.core.ahb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * A time as sent in DTM.
 *
 * @param date its date as written, CCYYMMDD as a number; of a month its first day
 * @param epochSecond seconds since 1970; {@link #NO_INSTANT} for dates and months
 * @param utc whether it is written with offset +00
 */
record TimeText(int date, long epochSecond, boolean utc) {
  static final long NO_INSTANT = Long.MIN_VALUE;

  /** What is no time at all. */
  static final TimeText NONE = new TimeText(0, NO_INSTANT, false);

  private static final ZoneRules GERMANY = ZoneId.of("Europe/Berlin").getRules();
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MAX_OFFSET_HOURS = 14;
  private static final int MINUTES = 12;
  private static final int SECONDS = 14;

  /**
   * Reads a time.
   *
   * @param format 102 (CCYYMMDD), 610 (CCYYMM), 303 (CCYYMMDDHHMMZZZ) or 304 (with seconds)
   * @return {@link #NONE} if the text does not have the format or the format is another one
   */
  static TimeText parse(String text, String format) {
    return switch (format) {
      case "303" -> instant(text, MINUTES);
      case "304" -> instant(text, SECONDS);
      case "102" -> text.length() == 8 ? day(digits(text, 0, 8)) : NONE;
      case "610" -> text.length() == 6 ? day(digits(text, 0, 6) * 100 + 1) : NONE;
      default -> NONE;
    };
  }

  private static TimeText day(int date) {
    return epochDay(date) == NO_INSTANT ? NONE : new TimeText(date, NO_INSTANT, false);
  }

  private static TimeText instant(String text, int clockEnd) {
    if (text.length() != clockEnd + 3) {
      return NONE;
    }
    int date = digits(text, 0, 8);
    int hour = digits(text, 8, 10);
    int minute = digits(text, 10, MINUTES);
    int second = clockEnd == SECONDS ? digits(text, MINUTES, SECONDS) : 0;
    int offset = offsetHours(text, clockEnd);
    long day = epochDay(date);
    boolean clock = within(hour, 23) && within(minute, 59) && within(second, 59);
    if (!clock || day == NO_INSTANT || Math.abs(offset) > MAX_OFFSET_HOURS) {
      return NONE;
    }
    long seconds = day * SECONDS_PER_DAY + (hour - offset) * 3600L + minute * 60L + second;
    return new TimeText(date, seconds, offset == 0 && text.charAt(clockEnd) == '+');
  }

  private static int offsetHours(String text, int at) {
    int hours = digits(text, at + 1, at + 3);
    char sign = text.charAt(at);
    if (hours < 0 || (sign != '+' && sign != '-')) {
      return Integer.MAX_VALUE;
    }
    return sign == '+' ? hours : -hours;
  }

  private static boolean within(int value, int max) {
    return value >= 0 && value <= max;
  }

  private static long epochDay(int date) {
    if (date < 0) {
      return NO_INSTANT;
    }
    try {
      return LocalDate.of(date / 10_000, date / 100 % 100, date % 100).toEpochDay();
    } catch (DateTimeException notADate) {
      return NO_INSTANT;
    }
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE / 1000;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  boolean isInstant() {
    return epochSecond != NO_INSTANT;
  }

  /** Whether it is the full hour of the legal German clock. */
  boolean atLocalHour(int hour) {
    if (!isInstant() || !utc) {
      return false;
    }
    return Math.floorMod(localSecond(), (long) SECONDS_PER_DAY) == hour * 3600L;
  }

  /** Seconds between two times as a German wall clock shows them. */
  long localSecondsTo(TimeText other) {
    return other.localSecond() - localSecond();
  }

  /** Days between two dates as written. */
  long daysTo(TimeText other) {
    return epochDay(other.date) - epochDay(date);
  }

  /** The local time one month later, in seconds since 1970. */
  long epochSecondAfterMonth() {
    LocalDateTime local = LocalDateTime.ofEpochSecond(localSecond(), 0, ZoneOffset.UTC);
    LocalDateTime later = local.plusMonths(1);
    return later.toEpochSecond(GERMANY.getOffset(later));
  }

  private long localSecond() {
    java.time.Instant instant = java.time.Instant.ofEpochSecond(epochSecond);
    return epochSecond + GERMANY.getOffset(instant).getTotalSeconds();
  }
}

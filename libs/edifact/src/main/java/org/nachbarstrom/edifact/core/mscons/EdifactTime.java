package org.nachbarstrom.edifact.core.mscons;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/**
 * Reads times of format 303 (CCYYMMDDHHMMZZZ) without creating objects. Remembers the last date,
 * since neighbouring times mostly share it.
 */
final class EdifactTime {
  /** Answer for something that is no time. */
  static final long INVALID = Long.MIN_VALUE;

  private static final int LENGTH = 15;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MAX_OFFSET_HOURS = 14;

  private int date = -1;
  private long epochDay;

  /** Seconds since 1970-01-01T00:00Z of a component, or {@link #INVALID}. */
  long epochSecond(SegmentReader segment, int element, int component) {
    if (segment.length(element, component) != LENGTH) {
      return INVALID;
    }
    int newDate = digits(segment, element, component, 0, 8);
    int hour = digits(segment, element, component, 8, 10);
    int minute = digits(segment, element, component, 10, 12);
    int offset = digits(segment, element, component, 13, 15);
    byte sign = segment.byteAt(element, component, 12);
    boolean clock = within(hour, 23) && within(minute, 59);
    boolean zone = (sign == '+' || sign == '-') && within(offset, MAX_OFFSET_HOURS);
    if (!clock || !zone || !useDate(newDate)) {
      return INVALID;
    }
    int signedOffset = sign == '+' ? offset : -offset;
    return epochDay * SECONDS_PER_DAY + (hour - signedOffset) * 3600L + minute * 60L;
  }

  private static boolean within(int value, int max) {
    return value >= 0 && value <= max;
  }

  private boolean useDate(int newDate) {
    if (newDate < 0 || newDate == date) {
      return newDate >= 0;
    }
    try {
      epochDay = LocalDate.of(newDate / 10_000, newDate / 100 % 100, newDate % 100).toEpochDay();
    } catch (DateTimeException notADate) {
      date = -1;
      return false;
    }
    date = newDate;
    return true;
  }

  private static int digits(SegmentReader segment, int element, int component, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = segment.byteAt(element, component, i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

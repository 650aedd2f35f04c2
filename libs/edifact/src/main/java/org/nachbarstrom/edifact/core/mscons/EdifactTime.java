package org.nachbarstrom.edifact.core.mscons;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.syntax.SegmentView;

/**
 * Reads times of format 303 (CCYYMMDDHHMMZZZ) without creating objects. Remembers the last date,
 * since neighbouring times mostly share it.
 */
final class EdifactTime {
  /** Answer for something that is no time. */
  static final long INVALID = Long.MIN_VALUE;

  /** Digits of date and clock. */
  static final int DIGITS = 12;

  private static final int LENGTH = 15;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MAX_OFFSET_HOURS = 14;

  private int date = -1;
  private long epochDay;

  /** Seconds since 1970-01-01T00:00Z of a component, or {@link #INVALID}. */
  long epochSecond(SegmentView segment, int element, int component) {
    if (segment.length(element, component) != LENGTH) {
      return INVALID;
    }
    return epochSecond(segment.bytes(), segment.start(element, component));
  }

  /** The same of 15 bytes from an index on. */
  long epochSecond(byte[] bytes, int at) {
    int offset = number(bytes, at + DIGITS + 1, 2);
    byte sign = bytes[at + DIGITS];
    boolean zone = (sign == '+' || sign == '-') && within(offset, MAX_OFFSET_HOURS);
    long clock = zone ? clock(bytes, at) : INVALID;
    if (clock == INVALID) {
      return INVALID;
    }
    return clock - (sign == '+' ? offset : -offset) * 3600L;
  }

  /** Whether a component that is a time has offset +00. */
  static boolean utc(SegmentView segment, int element, int component) {
    int at = segment.start(element, component) + DIGITS;
    byte[] bytes = segment.bytes();
    return bytes[at] == '+' && bytes[at + 1] == '0' && bytes[at + 2] == '0';
  }

  /** Seconds since 1970 of CCYYMMDDHHMM as if it were UTC, or {@link #INVALID}. */
  long clock(byte[] bytes, int at) {
    int newDate = number(bytes, at, 8);
    int hour = number(bytes, at + 8, 2);
    int minute = number(bytes, at + 10, 2);
    if (!within(hour, 23) || !within(minute, 59) || !useDate(newDate)) {
      return INVALID;
    }
    return epochDay * SECONDS_PER_DAY + hour * 3600L + minute * 60L;
  }

  private static boolean within(int value, int max) {
    return value >= 0 && value <= max;
  }

  private boolean useDate(int newDate) {
    if (newDate < 0 || newDate == date) {
      return newDate >= 0;
    }
    LocalDate day = date(newDate);
    date = day == null ? -1 : newDate;
    epochDay = day == null ? 0 : day.toEpochDay();
    return day != null;
  }

  /** The date of CCYYMMDD as a number, or nothing if there is none such. */
  static @Nullable LocalDate date(int number) {
    try {
      return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    } catch (DateTimeException notDate) {
      return null;
    }
  }

  /** Up to nine digits, or -1. */
  static int number(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

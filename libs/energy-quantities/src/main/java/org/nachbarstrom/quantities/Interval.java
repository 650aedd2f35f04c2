package org.nachbarstrom.quantities;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time from start (inclusive) to end (exclusive), both UTC instants.
 *
 * @param start first instant in it
 * @param end first instant after it, later than start
 */
public record Interval(Instant start, Instant end) {
  /** Length of the interval of a load profile. */
  public static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

  /**
   * An interval.
   *
   * @throws IllegalArgumentException if it is empty or ends before it starts
   */
  public Interval {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("an interval ends after it starts: " + start + "/" + end);
    }
  }

  /** Whether the instant is one at which quarter-hours begin: :00, :15, :30 or :45 UTC. */
  public static boolean isQuarterHour(Instant instant) {
    return instant.getNano() == 0
        && Math.floorMod(instant.getEpochSecond(), QUARTER_HOUR.toSeconds()) == 0;
  }

  /** Whether the instant lies in it. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Whether the other lies in it completely. */
  public boolean contains(Interval other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /** Whether they have an instant in common; touching is not overlapping. */
  public boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /**
   * How many quarter-hours it has.
   *
   * @throws IllegalStateException if start or end is not at :00, :15, :30 or :45 UTC
   * @throws ArithmeticException if there are more than an int can count
   */
  public int quarterHours() {
    if (!isQuarterHour(start) || !isQuarterHour(end)) {
      throw new IllegalStateException("not aligned to quarter-hours: " + this);
    }
    return Math.toIntExact((end.getEpochSecond() - start.getEpochSecond()) / 900);
  }

  @Override
  public String toString() {
    return start + "/" + end;
  }
}

package org.nachbarstrom.quantities;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Local dates from a day (inclusive) to a day (exclusive), or without an end.
 *
 * @param from first day
 * @param to first day after, later than from; absent: no end
 */
public record DateRange(LocalDate from, @Nullable LocalDate to) {
  /**
   * A range of dates.
   *
   * @throws IllegalArgumentException if it has an end that is not after its beginning
   */
  public DateRange {
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException(
          "a range of dates ends after it begins: " + from + "/" + to);
    }
  }

  /** All days from this one on. */
  public static DateRange startingAt(LocalDate from) {
    return new DateRange(from, null);
  }

  /** Just this day. */
  public static DateRange ofDay(LocalDate day) {
    return new DateRange(day, day.plusDays(1));
  }

  /** Its end, exclusive, if it has one. */
  public Optional<LocalDate> end() {
    return Optional.ofNullable(to);
  }

  /** Whether the day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && endsAfter(day);
  }

  /** Whether the other lies in it completely. */
  public boolean contains(DateRange other) {
    return !other.from.isBefore(from)
        && (to == null || (other.to != null && !other.to.isAfter(to)));
  }

  /** Whether they have a day in common; touching is not overlapping. */
  public boolean overlaps(DateRange other) {
    return endsAfter(other.from) && other.endsAfter(from);
  }

  /** The days they have in common, if any. */
  public Optional<DateRange> intersection(DateRange other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    LocalDate latestFrom = from.isAfter(other.from) ? from : other.from;
    return Optional.of(new DateRange(latestFrom, earlier(to, other.to)));
  }

  private boolean endsAfter(LocalDate day) {
    return to == null || day.isBefore(to);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  @Override
  public String toString() {
    return from + "/" + (to == null ? ".." : to);
  }
}

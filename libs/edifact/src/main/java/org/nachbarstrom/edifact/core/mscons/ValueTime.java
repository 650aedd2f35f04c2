package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.nachbarstrom.quantities.Interval;

/** When a value holds. */
public sealed interface ValueTime {
  /**
   * An interval (DTM+163 and DTM+164).
   *
   * @param interval half-open, UTC
   */
  record Span(Interval interval) implements ValueTime {}

  /**
   * A moment (DTM+7 Nutzungszeitpunkt).
   *
   * @param at the moment that counts for balancing
   * @param readOn when it was read (DTM+9), if said as a date
   * @param readAt when it was read (DTM+9), if said as an instant
   * @param changedAt when the metering technology was changed (DTM+60)
   */
  record Moment(
      Instant at, Optional<LocalDate> readOn, Optional<Instant> readAt, Optional<Instant> changedAt)
      implements ValueTime {}

  /**
   * A month (DTM+306 Leistungsperiode of format 610).
   *
   * @param month the month, local
   */
  record Month(YearMonth month) implements ValueTime {}

  /**
   * A day (DTM+306 Leistungsperiode of format 102).
   *
   * @param day the day, local
   */
  record Day(LocalDate day) implements ValueTime {}

  /** No time was said. */
  record None() implements ValueTime {}
}

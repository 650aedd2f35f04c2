package org.nachbarstrom.edifact.core.answer;

import java.time.LocalDate;

/** Tells working days from others. */
@FunctionalInterface
public interface WorkingDays {
  /** Whether the day is a working day. */
  boolean isWorkingDay(LocalDate day);

  /**
   * The first working day after the given day.
   *
   * @throws IllegalStateException if none follows within a year
   */
  default LocalDate next(LocalDate day) {
    for (int days = 1; days <= 366; days++) {
      LocalDate candidate = day.plusDays(days);
      if (isWorkingDay(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no working day within a year after " + day);
  }
}

package org.nachbarstrom.suite.bench;

import java.time.LocalDate;

/**
 * How many values are stored.
 *
 * @param points accounting points
 * @param days length of the period
 */
public record StorePlan(int points, int days) {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 6, 1);

  public StorePlan {
    if (points < 1 || days < 1) {
      throw new IllegalArgumentException("points and days must be at least 1");
    }
  }

  LocalDate from() {
    return FIRST_DAY;
  }

  LocalDate until() {
    return FIRST_DAY.plusDays(days);
  }
}

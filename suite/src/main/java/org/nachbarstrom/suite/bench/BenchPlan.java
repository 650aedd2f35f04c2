package org.nachbarstrom.suite.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.nachbarstrom.suite.example.ExampleCommunity;

/**
 * How much is measured.
 *
 * @param points accounting points altogether
 * @param days length of the period
 */
public record BenchPlan(int points, int days) {

  private static final int POINTS_PER_COMMUNITY = 10;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);

  public BenchPlan {
    if (points < POINTS_PER_COMMUNITY || points % POINTS_PER_COMMUNITY != 0 || days < 1) {
      throw new IllegalArgumentException(
          "points must be a multiple of " + POINTS_PER_COMMUNITY + ", days at least 1");
    }
  }

  /** The communities of ten points each. */
  List<ExampleCommunity> communities() {
    return IntStream.rangeClosed(1, points / POINTS_PER_COMMUNITY)
        .mapToObj(n -> ExampleCommunity.numbered(n, POINTS_PER_COMMUNITY, FIRST_DAY, days))
        .toList();
  }
}

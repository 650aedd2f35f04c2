package org.nachbarstrom.benchmarks;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A summer day of a community: one member in ten generates (at least two do), the others consume;
 * dark at night, more generation than consumption at noon. The same values on every call.
 */
final class AllocationInput {
  /** Quarter-hours of the day. */
  static final int INTERVALS = 96;

  private static final int NOON = 50;
  private static final int HALF_DAY = 26;
  private static final long WATT_HOUR = 1000;

  private final long[][] consumption;
  private final long[][] generation;

  private AllocationInput(long[][] consumption, long[][] generation) {
    this.consumption = consumption;
    this.generation = generation;
  }

  /** A community of so many members. */
  static AllocationInput of(int members) {
    SplittableRandom random = new SplittableRandom(members);
    int producers = Math.max(2, members / 10);
    long[][] consumption = new long[members - producers][INTERVALS];
    long[][] generation = new long[producers][INTERVALS];
    for (int interval = 0; interval < INTERVALS; interval++) {
      for (long[] consumer : consumption) {
        consumer[interval] = random.nextLong(5, 400) * WATT_HOUR;
      }
      int fromNoon = interval - NOON;
      long sun = Math.max(0, HALF_DAY * HALF_DAY - fromNoon * fromNoon);
      for (long[] producer : generation) {
        producer[interval] = sun * random.nextLong(1, 8) * WATT_HOUR;
      }
    }
    return new AllocationInput(consumption, generation);
  }

  /** Per consumer and quarter-hour, 10⁻⁶ kWh; not a copy. */
  long[][] consumption() {
    return consumption;
  }

  /** Per producer and quarter-hour, 10⁻⁶ kWh; not a copy. */
  long[][] generation() {
    return generation;
  }

  /** Numbers of 10⁻⁶ kWh in kWh. */
  static BigDecimal[][] kilowattHours(long[][] milliWattHours) {
    return Stream.of(milliWattHours)
        .map(AllocationInput::kilowattHours)
        .toArray(BigDecimal[][]::new);
  }

  private static BigDecimal[] kilowattHours(long[] milliWattHours) {
    BigDecimal[] result = new BigDecimal[milliWattHours.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = BigDecimal.valueOf(milliWattHours[i], BigDecimalAllocation.SCALE);
    }
    return result;
  }
}

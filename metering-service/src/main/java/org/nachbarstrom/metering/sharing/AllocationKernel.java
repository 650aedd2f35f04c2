package org.nachbarstrom.metering.sharing;

import java.util.Arrays;

/**
 * Allocates shared energy quarter-hour by quarter-hour on whole numbers of 10⁻⁶ kWh.
 *
 * <p>With the generation G of a quarter-hour, consumptions C_i and fixed shares k_i:
 *
 * <ul>
 *   <li>PROPORTIONAL: share_i = G · C_i / ΣC, all 0 when nobody consumes
 *   <li>STATIC: share_i = k_i · G; what the k_i leave of G is nobody's
 * </ul>
 *
 * rounded by largest remainder with ties to the lower index, so that the shares (and the part that
 * is nobody's) add up to G. allocated_i = min(C_i, share_i). Producers share Σ allocated in
 * proportion to their generation. Example: G = 10, C = (5, 10, 15): shares 10·5/30 = 1⅔, 3⅓, 5 → 2,
 * 3, 5.
 *
 * <p>Who got whose energy: consumer after consumer, what he was allocated is taken from the
 * producers in proportion to what each still has to give, again by largest remainder. As he never
 * takes more than all of them have left, nobody is asked for more than he has, and the last
 * consumer takes exactly the rest: rows add up to allocated_i, columns to what each producer
 * shared.
 */
public final class AllocationKernel {
  /** What all fixed shares make together: 100 percent in millionths of a percent. */
  public static final long WHOLE = 100_000_000L;

  private final KeyMethod method;
  private final long[][] consumption;
  private final long[][] generation;
  private final DayAllocation result;
  private final LargestRemainder remainder;

  private final long[] consumptionNow;
  private final long[] generationNow;
  private final long[] fixedWeights;
  private final long[] fixedShares;
  private final long[] shareNow;
  private final long[] allocatedNow;
  private final long[] sharedNow;
  private final long[] remainingNow;
  private final long[] takenNow;

  private AllocationKernel(
      KeyMethod method, long[] shares, long[][] consumption, long[][] generation, int intervals) {
    int consumers = consumption.length;
    int producers = generation.length;
    this.method = method;
    this.consumption = consumption;
    this.generation = generation;
    result = new DayAllocation(consumers, producers, intervals);
    remainder = new LargestRemainder(Math.max(consumers + 1, producers));
    consumptionNow = new long[consumers];
    generationNow = new long[producers];
    fixedWeights = Arrays.copyOf(shares, consumers + 1);
    fixedWeights[consumers] = WHOLE - sumOf(fixedWeights, consumers);
    fixedShares = new long[consumers + 1];
    shareNow = new long[consumers];
    allocatedNow = new long[consumers];
    sharedNow = new long[producers];
    remainingNow = new long[producers];
    takenNow = new long[producers];
  }

  /**
   * Allocates.
   *
   * @param method how to share
   * @param shares fixed share of each consumer in millionths of a percent, adding up to at most
   *     {@link #WHOLE}; only used by {@link KeyMethod#STATIC}
   * @param consumption per consumer the energy of each quarter-hour, not negative
   * @param generation per producer the energy of each quarter-hour, not negative
   * @param intervals number of quarter-hours
   * @throws ArithmeticException if a sum does not fit
   */
  public static DayAllocation allocate(
      KeyMethod method, long[] shares, long[][] consumption, long[][] generation, int intervals) {
    AllocationKernel kernel =
        new AllocationKernel(method, shares, consumption, generation, intervals);
    for (int interval = 0; interval < intervals; interval++) {
      kernel.allocate(interval);
    }
    return kernel.result;
  }

  private void allocate(int interval) {
    long consumed = gather(consumption, interval, consumptionNow);
    long generated = gather(generation, interval, generationNow);
    share(generated, consumed);
    long allocated = cap();
    remainder.distribute(allocated, generationNow, generated, sharedNow);
    result.record(interval, shareNow, allocatedNow, sharedNow);
    if (generationNow.length == 1) {
      creditOnlyProducer();
    } else if (allocated > 0) {
      exchange(allocated);
    }
  }

  private static long gather(long[][] profiles, int interval, long[] values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = profiles[i][interval];
      sum = Math.addExact(sum, values[i]);
    }
    return sum;
  }

  private void share(long generated, long consumed) {
    switch (method) {
      case PROPORTIONAL ->
          remainder.distribute(consumed == 0 ? 0 : generated, consumptionNow, consumed, shareNow);
      case STATIC -> {
        remainder.distribute(generated, fixedWeights, WHOLE, fixedShares);
        System.arraycopy(fixedShares, 0, shareNow, 0, shareNow.length);
      }
    }
  }

  private long cap() {
    long sum = 0;
    for (int i = 0; i < shareNow.length; i++) {
      allocatedNow[i] = Math.min(consumptionNow[i], shareNow[i]);
      sum += allocatedNow[i];
    }
    return sum;
  }

  private void creditOnlyProducer() {
    for (int i = 0; i < allocatedNow.length; i++) {
      result.exchangedOf(i)[0] += allocatedNow[i];
    }
  }

  private void exchange(long allocated) {
    System.arraycopy(sharedNow, 0, remainingNow, 0, sharedNow.length);
    long remaining = allocated;
    for (int i = 0; i < allocatedNow.length; i++) {
      if (allocatedNow[i] > 0) {
        remainder.distribute(allocatedNow[i], remainingNow, remaining, takenNow);
        long[] row = result.exchangedOf(i);
        for (int p = 0; p < takenNow.length; p++) {
          remainingNow[p] -= takenNow[p];
          row[p] += takenNow[p];
        }
        remaining -= allocatedNow[i];
      }
    }
  }

  private static long sumOf(long[] values, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum = Math.addExact(sum, values[i]);
    }
    return sum;
  }
}

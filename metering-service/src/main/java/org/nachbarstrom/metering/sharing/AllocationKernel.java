package org.nachbarstrom.metering.sharing;

/**
 * Allocates shared energy quarter-hour by quarter-hour on whole numbers of 10⁻⁶ kWh.
 *
 * <p>What {@link KeyMethod} says is rounded by largest remainder with ties to the lower index, so
 * that shares (and the part that is nobody's) add up to what is shared out. allocated_i = min(C_i,
 * share_i). Producers share Σ allocated in proportion to their generation. Example: G = 10, C = (5,
 * 10, 15), PROPORTIONAL: shares 10·5/30 = 1⅔, 3⅓, 5 → 2, 3, 5.
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

  /** The most that all producers or all consumers of a quarter-hour may have: 4.6 · 10⁹ GWh. */
  static final long LARGEST_SUM = (1L << 62) - 1;

  private final KeyRule rule;
  private final MemberTile consumption;
  private final MemberTile generation;
  private final DayAllocation result;
  private final LargestRemainder remainder;
  private final QuarterHour now;
  private final long[] remaining;
  private final long[] taken;

  private AllocationKernel(
      KeyTerms terms, long[][] consumption, long[][] generation, DayAllocation result) {
    rule = terms.rule(consumption.length);
    this.consumption = new MemberTile(consumption);
    this.generation = new MemberTile(generation);
    this.result = result;
    remainder = new LargestRemainder(generation.length);
    now = new QuarterHour();
    remaining = new long[generation.length];
    taken = new long[generation.length];
  }

  /**
   * Allocates.
   *
   * @param terms how to share
   * @param consumption per consumer the energy of each quarter-hour, not negative
   * @param generation per producer the energy of each quarter-hour, not negative
   * @param intervals number of quarter-hours
   * @throws ArithmeticException if an energy is negative or a sum too large
   */
  public static DayAllocation allocate(
      KeyTerms terms, long[][] consumption, long[][] generation, int intervals) {
    DayAllocation result =
        new DayAllocation(consumption.length, generation.length, intervals, false);
    new AllocationKernel(terms, consumption, generation, result).allocate(intervals, false);
    return result;
  }

  /** Allocates like {@link #allocate} and finds who supplied whom. */
  public static DayAllocation exchange(
      KeyTerms terms, long[][] consumption, long[][] generation, int intervals) {
    DayAllocation result =
        new DayAllocation(consumption.length, generation.length, intervals, true);
    new AllocationKernel(terms, consumption, generation, result).allocate(intervals, true);
    return result;
  }

  private void allocate(int intervals, boolean withExchange) {
    for (int interval = 0; interval < intervals; interval++) {
      if (interval % MemberTile.SIZE == 0) {
        int count = Math.min(MemberTile.SIZE, intervals - interval);
        consumption.load(interval, count);
        generation.load(interval, count);
      }
      // In the dark there is nothing to share: the result says so already.
      if (generation.sumAt(interval) > 0) {
        share(interval, withExchange);
      }
    }
  }

  private void share(int interval, boolean withExchange) {
    now.begin(consumption.at(interval), consumption.sumAt(interval), generation.sumAt(interval));
    long allocated = rule.allocate(now);
    long[] shared = new long[remaining.length];
    remainder.distribute(allocated, generation.at(interval), now.generated, shared);
    result.set(interval, now.share, now.allocated, shared);
    if (withExchange && allocated > 0) {
      exchange(shared, allocated);
    }
  }

  private void exchange(long[] shared, long allocated) {
    System.arraycopy(shared, 0, remaining, 0, remaining.length);
    long left = allocated;
    for (int i = 0; i < now.allocated.length; i++) {
      long taking = now.allocated[i];
      if (taking > 0) {
        remainder.distribute(taking, remaining, left, taken);
        left -= taking;
        take(result.exchangedOf(i));
      }
    }
  }

  private void take(long[] row) {
    for (int p = 0; p < taken.length; p++) {
      remaining[p] -= taken[p];
      row[p] += taken[p];
    }
  }
}

package org.nachbarstrom.metering.sharing;

/**
 * Energies of some adjacent quarter-hours by quarter-hour instead of by member. A cache line holds
 * as many values of a profile as a tile has quarter-hours, so that each is fetched once.
 */
final class MemberTile {
  /** Quarter-hours of a tile. */
  static final int SIZE = 8;

  /** Energies so small that as many as there are members add up without overflow. */
  private final long largestSafe;

  private final long[][] profiles;
  private final long[][] values;
  private final long[] sums = new long[SIZE];
  private int from;

  /**
   * A tile.
   *
   * @param profiles per member the energy of each quarter-hour
   */
  MemberTile(long[][] profiles) {
    this.profiles = profiles;
    values = new long[SIZE][profiles.length];
    largestSafe = AllocationKernel.LARGEST_SUM / Math.max(1, profiles.length);
  }

  /**
   * Fetches quarter-hours.
   *
   * @throws ArithmeticException if an energy is negative or a sum is too large
   */
  void load(int first, int count) {
    from = first;
    long seen = 0;
    for (int member = 0; member < profiles.length; member++) {
      long[] profile = profiles[member];
      for (int t = 0; t < count; t++) {
        long energy = profile[first + t];
        values[t][member] = energy;
        seen |= energy;
      }
    }
    boolean safe = seen >= 0 && seen <= largestSafe;
    for (int t = 0; t < count; t++) {
      sums[t] = safe ? sum(values[t]) : sumExact(values[t]);
    }
  }

  /** Energy of each member in the quarter-hour; not a copy. */
  long[] at(int interval) {
    return values[interval - from];
  }

  /** Energy of all members in the quarter-hour. */
  long sumAt(int interval) {
    return sums[interval - from];
  }

  private static long sum(long[] energies) {
    long sum = 0;
    for (long energy : energies) {
      sum += energy;
    }
    return sum;
  }

  private static long sumExact(long[] energies) {
    long sum = 0;
    for (long energy : energies) {
      sum = Math.addExact(sum, energy);
      if (energy < 0 || sum > AllocationKernel.LARGEST_SUM) {
        throw new ArithmeticException("energies cannot be shared: " + energy + ", sum " + sum);
      }
    }
    return sum;
  }
}

package org.nachbarstrom.metering.sharing;

import java.util.Arrays;

/**
 * Result of an allocation over some quarter-hours, all quantities in 10⁻⁶ kWh and not negative.
 * Consumers and producers are counted as they were given. Sums are made when first asked for: use
 * it from one thread at a time once it is complete.
 */
public final class DayAllocation {
  /** By quarter-hour and consumer or producer; rows may be the same array and never change. */
  private final long[][] share;

  private final long[][] allocated;
  private final long[][] shared;
  private final long[][] exchanged;
  private final int consumers;
  private final int producers;
  private long[] allocatedTotals = {};
  private long[] sharedTotals = {};

  DayAllocation(int consumers, int producers, int intervals, boolean withExchange) {
    this.consumers = consumers;
    this.producers = producers;
    share = rows(intervals, consumers);
    allocated = rows(intervals, consumers);
    shared = rows(intervals, producers);
    exchanged = withExchange ? new long[consumers][producers] : new long[0][];
  }

  /** Nothing for anybody, until {@link #set} says otherwise. */
  private static long[][] rows(int intervals, int members) {
    long[][] rows = new long[intervals][];
    Arrays.fill(rows, new long[members]);
    return rows;
  }

  /** Says what a quarter-hour comes to; the arrays are kept and must not be changed any more. */
  void set(int interval, long[] shares, long[] allocations, long[] given) {
    share[interval] = shares;
    allocated[interval] = allocations;
    shared[interval] = given;
  }

  /** The consumer's part of the generation of the quarter-hour before the cap. */
  public long share(int consumer, int interval) {
    return share[interval][consumer];
  }

  /** What the consumer was allocated in the quarter-hour: his share, at most his consumption. */
  public long allocated(int consumer, int interval) {
    return allocated[interval][consumer];
  }

  /** What consumers were allocated of the producer's generation in the quarter-hour. */
  public long shared(int producer, int interval) {
    return shared[interval][producer];
  }

  /**
   * What the consumer got from the producer over all quarter-hours.
   *
   * @throws IndexOutOfBoundsException if that was not asked for
   */
  public long exchanged(int consumer, int producer) {
    return exchanged[consumer][producer];
  }

  /** Sum of {@link #allocated(int, int)} over the quarter-hours. */
  public long allocatedTotal(int consumer) {
    if (allocatedTotals.length < consumers) {
      allocatedTotals = sums(allocated, consumers);
    }
    return allocatedTotals[consumer];
  }

  /** Sum of {@link #shared(int, int)} over the quarter-hours. */
  public long sharedTotal(int producer) {
    if (sharedTotals.length < producers) {
      sharedTotals = sums(shared, producers);
    }
    return sharedTotals[producer];
  }

  long[] exchangedOf(int consumer) {
    return exchanged[consumer];
  }

  /** Row by row, as they lie in memory. */
  private static long[] sums(long[][] values, int members) {
    long[] sums = new long[members];
    for (long[] interval : values) {
      for (int i = 0; i < members; i++) {
        sums[i] += interval[i];
      }
    }
    return sums;
  }
}

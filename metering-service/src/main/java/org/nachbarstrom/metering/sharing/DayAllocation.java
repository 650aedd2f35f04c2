package org.nachbarstrom.metering.sharing;

/**
 * Result of an allocation over some quarter-hours, all quantities in 10⁻⁶ kWh and not negative.
 * Consumers and producers are counted as they were given.
 */
public final class DayAllocation {
  private final long[][] share;
  private final long[][] allocated;
  private final long[][] shared;
  private final long[][] exchanged;

  DayAllocation(int consumers, int producers, int intervals) {
    share = new long[consumers][intervals];
    allocated = new long[consumers][intervals];
    shared = new long[producers][intervals];
    exchanged = new long[consumers][producers];
  }

  /** The consumer's part of the generation of the quarter-hour before the cap. */
  public long share(int consumer, int interval) {
    return share[consumer][interval];
  }

  /** What the consumer was allocated in the quarter-hour: his share, at most his consumption. */
  public long allocated(int consumer, int interval) {
    return allocated[consumer][interval];
  }

  /** What consumers were allocated of the producer's generation in the quarter-hour. */
  public long shared(int producer, int interval) {
    return shared[producer][interval];
  }

  /** What the consumer got from the producer over all quarter-hours. */
  public long exchanged(int consumer, int producer) {
    return exchanged[consumer][producer];
  }

  /** Sum of {@link #allocated(int, int)} over the quarter-hours. */
  public long allocatedTotal(int consumer) {
    return sum(allocated[consumer]);
  }

  /** Sum of {@link #shared(int, int)} over the quarter-hours. */
  public long sharedTotal(int producer) {
    return sum(shared[producer]);
  }

  void record(int interval, long[] shareNow, long[] allocatedNow, long[] sharedNow) {
    for (int i = 0; i < shareNow.length; i++) {
      share[i][interval] = shareNow[i];
      allocated[i][interval] = allocatedNow[i];
    }
    for (int p = 0; p < sharedNow.length; p++) {
      shared[p][interval] = sharedNow[p];
    }
  }

  long[] exchangedOf(int consumer) {
    return exchanged[consumer];
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }
}

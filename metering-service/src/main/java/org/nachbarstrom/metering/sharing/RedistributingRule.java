package org.nachbarstrom.metering.sharing;

import java.util.Arrays;

/**
 * {@link KeyMethod#REDISTRIBUTING}. The share that is told is the one after all offers, which
 * nobody has more of than he consumes: it is what is allocated.
 *
 * <p>Each round either hands out all that is left or fills at least one consumer, so that there are
 * at most as many rounds as consumers.
 */
final class RedistributingRule implements KeyRule {
  private final long[] shares;
  private final KeyRule fixed;
  private final long[] weights;
  private final long[] offered;
  private final LargestRemainder remainder;

  RedistributingRule(long[] shares, int consumers) {
    this.shares = Arrays.copyOf(shares, consumers);
    fixed = FixedRule.of(shares, consumers, false);
    weights = new long[consumers];
    offered = new long[consumers];
    remainder = new LargestRemainder(consumers);
  }

  @Override
  public long allocate(QuarterHour now) {
    long allocated = fixed.allocate(now);
    long left = -allocated;
    for (long share : now.share) {
      left += share;
    }
    long total = open(now);
    while (left > 0 && total > 0) {
      remainder.distribute(left, weights, total, offered);
      long taken = take(now);
      allocated += taken;
      left -= taken;
      total = open(now);
    }
    now.share = now.allocated;
    return allocated;
  }

  /** Weighs those who use more than they have; answers all weights together. */
  private long open(QuarterHour now) {
    long total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = now.allocated[i] < now.consumption[i] ? shares[i] : 0;
      total += weights[i];
    }
    return total;
  }

  private long take(QuarterHour now) {
    long taken = 0;
    for (int i = 0; i < offered.length; i++) {
      long taking = Math.min(offered[i], now.consumption[i] - now.allocated[i]);
      now.allocated[i] += taking;
      taken += taking;
    }
    return taken;
  }
}

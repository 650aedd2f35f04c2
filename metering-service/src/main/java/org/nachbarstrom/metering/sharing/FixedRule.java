package org.nachbarstrom.metering.sharing;

import java.util.Arrays;

/** {@link KeyMethod#STATIC}, {@link KeyMethod#STATIC_OF_USABLE} and {@link KeyMethod#EQUAL}. */
final class FixedRule implements KeyRule {
  private final long[] weights;
  private final long total;
  private final boolean ofUsable;
  private final long[] parts;
  private final LargestRemainder remainder;

  /** The last weight is nobody's part. */
  private FixedRule(long[] weights, long total, boolean ofUsable) {
    this.weights = weights;
    this.total = total;
    this.ofUsable = ofUsable;
    parts = new long[weights.length];
    remainder = new LargestRemainder(weights.length);
  }

  /** Shares in millionths of a percent; what they leave is nobody's. */
  static FixedRule of(long[] shares, int consumers, boolean ofUsable) {
    long[] weights = Arrays.copyOf(shares, consumers + 1);
    weights[consumers] = 0;
    long sum = 0;
    for (long weight : weights) {
      sum = Math.addExact(sum, weight);
    }
    if (sum > AllocationKernel.WHOLE) {
      throw new IllegalArgumentException("shares exceed 100 percent: " + sum);
    }
    weights[consumers] = AllocationKernel.WHOLE - sum;
    return new FixedRule(weights, AllocationKernel.WHOLE, ofUsable);
  }

  static FixedRule equal(int consumers) {
    long[] weights = new long[consumers + 1];
    Arrays.fill(weights, 0, consumers, 1);
    return new FixedRule(weights, consumers, false);
  }

  @Override
  public long allocate(QuarterHour now) {
    long quantity = ofUsable ? Math.min(now.generated, now.consumed) : now.generated;
    remainder.distribute(quantity, weights, total, parts);
    System.arraycopy(parts, 0, now.share, 0, now.share.length);
    return now.cap();
  }
}

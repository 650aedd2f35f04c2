package org.nachbarstrom.metering.sharing;

/** {@link KeyMethod#PROPORTIONAL}. */
final class ProportionalRule implements KeyRule {
  private final LargestRemainder remainder;

  ProportionalRule(int consumers) {
    remainder = new LargestRemainder(consumers);
  }

  /**
   * With G ≥ ΣC every exact share is at least the consumption and so is its floor: everybody is
   * allocated what he consumes. With less, every exact share is at most the consumption and so is
   * it when rounded up: everybody is allocated his share.
   */
  @Override
  public long allocate(QuarterHour now) {
    if (now.consumed == 0) {
      return 0;
    }
    remainder.distribute(now.generated, now.consumption, now.consumed, now.share);
    now.allocated = now.generated < now.consumed ? now.share : now.consumption.clone();
    return Math.min(now.generated, now.consumed);
  }
}

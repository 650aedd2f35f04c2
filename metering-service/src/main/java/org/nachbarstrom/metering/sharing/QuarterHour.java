package org.nachbarstrom.metering.sharing;

/**
 * Working memory of one quarter-hour: what was generated and consumed goes in, the share before the
 * cap and the allocation of each consumer come out; all in 10⁻⁶ kWh. The arrays have one element
 * per consumer. Those that come out are new for each quarter-hour, so that results are written
 * where they stay; they may be the same array.
 */
final class QuarterHour {
  /** Consumption of each consumer. */
  long[] consumption = {};

  /** Part of the generation of each consumer before the cap. */
  long[] share = {};

  /** What each consumer is allocated: his share, at most his consumption. */
  long[] allocated = {};

  /** Generation of all producers. */
  long generated;

  /** Consumption of all consumers. */
  long consumed;

  /** Begins with what was consumed and generated. */
  void begin(long[] consumptions, long sumConsumed, long sumGenerated) {
    consumption = consumptions;
    consumed = sumConsumed;
    generated = sumGenerated;
    share = new long[consumptions.length];
    allocated = share;
  }

  /** Caps each share at the consumption; answers what is allocated together. */
  long cap() {
    long sum = 0;
    allocated = new long[share.length];
    for (int i = 0; i < allocated.length; i++) {
      allocated[i] = Math.min(consumption[i], share[i]);
      sum += allocated[i];
    }
    return sum;
  }
}

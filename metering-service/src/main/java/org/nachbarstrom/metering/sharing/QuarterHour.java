package org.nachbarstrom.metering.sharing;

/**
 * Working memory of one quarter-hour: what was generated and consumed goes in, the share before the
 * cap and the allocation of each consumer come out; all in 10⁻⁶ kWh. The arrays have one element
 * per consumer and are set anew for each quarter-hour, so that results are written where they stay.
 */
final class QuarterHour {
  /** Consumption of each consumer. */
  long[] consumption;

  /** Part of the generation of each consumer before the cap. */
  long[] share;

  /** What each consumer is allocated: his share, at most his consumption. */
  long[] allocated;

  /** Generation of all producers. */
  long generated;

  /** Consumption of all consumers. */
  long consumed;

  QuarterHour(int consumers) {
    consumption = new long[consumers];
    share = new long[consumers];
    allocated = new long[consumers];
  }

  /** Caps each share at the consumption; answers what is allocated together. */
  long cap() {
    long sum = 0;
    for (int i = 0; i < allocated.length; i++) {
      allocated[i] = Math.min(consumption[i], share[i]);
      sum += allocated[i];
    }
    return sum;
  }
}

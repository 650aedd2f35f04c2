package org.nachbarstrom.metering.sharing;

/** Shares a quarter-hour's generation out to consumers. */
interface KeyRule {
  /** Writes share and allocation of each consumer; answers what is allocated together. */
  long allocate(QuarterHour now);
}

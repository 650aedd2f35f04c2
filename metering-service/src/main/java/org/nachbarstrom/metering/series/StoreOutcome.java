package org.nachbarstrom.metering.series;

import org.nachbarstrom.quantities.Interval;

/** What storing the values of a series came to. */
public sealed interface StoreOutcome {
  /**
   * Some energy or quality changed.
   *
   * @param days number of UTC days that got a new version
   * @param changed from the first to the last changed quarter-hour
   */
  record Stored(int days, Interval changed) implements StoreOutcome {}

  /** All energies and qualities were known already or are older than what is known. */
  record Unchanged() implements StoreOutcome {}
}

package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.util.Optional;

/**
 * A day after a delivery.
 *
 * @param state what counts now
 * @param version what the delivery brought; nothing if all of it was known
 * @param firstChanged first slot whose energy or quality changed, or −1
 * @param lastChanged last such slot, or −1
 */
public record DayMerge(
    DayState state, Optional<DayVersion> version, int firstChanged, int lastChanged) {
  /** Whether any energy or quality changed; a changed status alone changes no result. */
  public boolean newValues() {
    return firstChanged >= 0;
  }

  /** Start of the first changed quarter-hour; only if there is one. */
  Instant changedFrom() {
    return QuarterHours.startOf(state.values().day(), firstChanged);
  }

  /** End of the last changed quarter-hour; only if there is one. */
  Instant changedUntil() {
    return QuarterHours.startOf(state.values().day(), lastChanged + 1);
  }
}

package org.nachbarstrom.settlement.run;

import java.time.Instant;
import org.nachbarstrom.settlement.booking.ClosingVersion;

/**
 * What metering announced about a closing version.
 *
 * @param recordedAt as known when
 * @param provisional whether a value in it still is
 * @param members how many members have a cost
 * @param totals how much energy it comprises
 */
public record ClosedPeriod(
    ClosingVersion closing,
    Instant recordedAt,
    boolean provisional,
    int members,
    ControlTotals totals) {
  /**
   * A closed period.
   *
   * @throws IllegalArgumentException if it has no member
   */
  public ClosedPeriod {
    if (members < 1) {
      throw new IllegalArgumentException("members is at least 1: " + members);
    }
  }
}

package org.nachbarstrom.metering.closing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/**
 * A result of a closing as it is kept: totals over the period. Results per quarter-hour are
 * computed again from the snapshot when asked for.
 *
 * @param version from 1
 * @param zone of the community then
 * @param interval the period in UTC
 * @param recordedAt snapshot instant: everything recorded at or before it was used
 * @param provisional whether any value used was provisional
 * @param inputsForm how the hash was made
 * @param inputsSha256 hash of everything used
 * @param totals control totals
 * @param members in the order of accounting points
 * @param exchanges who supplied whom, in the order of consumers and producers
 */
public record ClosingVersion(
    int version,
    ZoneId zone,
    Interval interval,
    Instant recordedAt,
    boolean provisional,
    InputsForm inputsForm,
    String inputsSha256,
    ControlTotals totals,
    List<MemberTotal> members,
    List<Exchange> exchanges) {
  /**
   * Totals of a member in 10⁻⁶ kWh.
   *
   * @param accountingPoint who
   * @param direction consumer or producer
   * @param metered consumption or generation
   * @param shared allocated, or used by consumers
   */
  public record MemberTotal(
      AccountingPointId accountingPoint, EnergyDirection direction, long metered, long shared) {
    /** Residual of a consumer, surplus of a producer. */
    public long rest() {
      return metered - shared;
    }
  }

  /**
   * Who supplied whom.
   *
   * @param consumer who got energy
   * @param producer who gave it
   * @param milliWattHours in 10⁻⁶ kWh, above 0
   */
  public record Exchange(
      AccountingPointId consumer, AccountingPointId producer, long milliWattHours) {}
}

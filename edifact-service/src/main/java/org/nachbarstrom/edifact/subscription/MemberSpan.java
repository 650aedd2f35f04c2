package org.nachbarstrom.edifact.subscription;

import java.time.LocalDate;

/**
 * Quantities of a member over neighbouring days, in 10⁻⁶ kWh.
 *
 * @param from first local day
 * @param to first local day after
 * @param sharedMilliWattHours allocated to a consumer, or shared by a producer
 * @param restMilliWattHours residual of a consumer, or surplus of a producer
 * @param partly whether on any day only a part of the point's energy takes part in the community,
 *     so that the quantities are of that part
 */
public record MemberSpan(
    LocalDate from,
    LocalDate to,
    long sharedMilliWattHours,
    long restMilliWattHours,
    boolean partly) {

  /** Both together: consumption of a consumer, generation of a producer. */
  public long totalMilliWattHours() {
    return Math.addExact(sharedMilliWattHours, restMilliWattHours);
  }
}

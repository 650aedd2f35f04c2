package org.nachbarstrom.metering.comparison;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * A cell in which the operator and we do not say the same, in 10⁻⁶ kWh.
 *
 * @param start start of the quarter-hour
 * @param accountingPoint consumer
 * @param operator his allocation; absent if he has none
 * @param ours our allocation; absent if we have none
 * @param cause likely cause
 * @param concerned whom or what the cause names: a producer, a consumer or a key method; absent if
 *     nothing
 */
public record Difference(
    Instant start,
    AccountingPointId accountingPoint,
    @Nullable Long operator,
    @Nullable Long ours,
    Cause cause,
    @Nullable String concerned) {
  /** Ours minus his; what one side has not counts as 0. */
  public long milliWattHours() {
    return (ours == null ? 0 : ours) - (operator == null ? 0 : operator);
  }
}

package org.nachbarstrom.metering.plausibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.quantities.Interval;

/**
 * Something that is not plausible.
 *
 * @param rule what it is held against
 * @param interval when
 * @param observedMilliWattHours the value or the sum of the values, in 10⁻⁶ kWh; absent for a gap
 * @param expectedMilliWattHours the most it may be, or what it should be; absent if nothing is
 *     expected, or a register went back
 */
public record Finding(
    PlausibilityRule rule,
    Interval interval,
    @Nullable Long observedMilliWattHours,
    @Nullable Long expectedMilliWattHours) {
  /** The local day on which it begins. */
  public LocalDate day() {
    return QuantityPeriod.MARKET.dayOf(interval.start());
  }
}

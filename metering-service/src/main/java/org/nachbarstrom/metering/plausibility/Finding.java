package org.nachbarstrom.metering.plausibility;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Something that is not plausible.
 *
 * @param rule what it is held against
 * @param interval when; of a rule about single values within one local day
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

  /**
   * Names it: the same where the same is found again. A value that was released stays so when it is
   * sent again or the limit it exceeds moves; another value is another finding. Of sums both sides
   * count.
   */
  UUID id(Tenant tenant, SeriesKey key) {
    String what =
        rule.comparesSums()
            ? observedMilliWattHours + "|" + expectedMilliWattHours
            : String.valueOf(observedMilliWattHours);
    String content =
        String.join("|", tenant.id(), key.toString(), rule.name(), interval.toString(), what);
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
  }
}

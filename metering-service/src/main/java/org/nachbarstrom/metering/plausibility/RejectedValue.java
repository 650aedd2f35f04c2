package org.nachbarstrom.metering.plausibility;

import java.time.Instant;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * A value as it was before it was rejected.
 *
 * @param start of the quarter-hour
 * @param message it came in
 * @param milliWattHours in 10⁻⁶ kWh
 * @param quality as received
 * @param status as received
 */
public record RejectedValue(
    Instant start, Origin message, long milliWattHours, ValueQuality quality, ValueStatus status) {}

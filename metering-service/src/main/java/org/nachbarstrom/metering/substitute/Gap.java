package org.nachbarstrom.metering.substitute;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.Interval;

/**
 * Quarter-hours in a row without a usable value.
 *
 * @param interval when
 * @param advanceMilliWattHours energy that the register advanced by beyond the values around the
 *     gap, negative if by less than those; absent: registers do not tell
 */
record Gap(Interval interval, @Nullable Long advanceMilliWattHours) {}

package org.nachbarstrom.metering.metered;

import org.nachbarstrom.quantities.MeteringPointId;

/**
 * Values of the metering point that stand in where the accounting point has no usable one.
 *
 * @param meteringPoint which; the later one if that changes within the time in question
 * @param quarterHours how many came from there, at least 1
 */
public record Borrowed(MeteringPointId meteringPoint, int quarterHours) {}

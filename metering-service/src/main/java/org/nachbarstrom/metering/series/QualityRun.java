package org.nachbarstrom.metering.series;

import org.nachbarstrom.quantities.ValueQuality;

/**
 * The quality of some values in a row.
 *
 * @param quality theirs
 * @param count how many
 */
public record QualityRun(ValueQuality quality, int count) {}

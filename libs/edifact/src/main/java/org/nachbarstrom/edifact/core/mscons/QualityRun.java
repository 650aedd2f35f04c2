package org.nachbarstrom.edifact.core.mscons;

import org.nachbarstrom.quantities.ValueQuality;

/**
 * Neighbouring values of one quality.
 *
 * @param quality their quality
 * @param count how many, at least 1
 */
public record QualityRun(ValueQuality quality, int count) {}

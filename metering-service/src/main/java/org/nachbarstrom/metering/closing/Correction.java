package org.nachbarstrom.metering.closing;

/**
 * A result that would replace a final one.
 *
 * @param inputsSha256 hash of everything it rests on
 * @param totals its control totals
 */
public record Correction(String inputsSha256, ControlTotals totals) {}

package org.nachbarstrom.edifact.subscription;

/**
 * The announcement of a closing version.
 *
 * @param closing which one
 * @param provisional whether any value used is provisional
 * @param members number of its members
 * @param totals its control totals
 */
public record ClosedPeriod(
    ClosingVersion closing, boolean provisional, int members, PeriodTotals totals) {}

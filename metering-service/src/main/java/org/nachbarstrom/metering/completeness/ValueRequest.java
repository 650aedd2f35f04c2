package org.nachbarstrom.metering.completeness;

import java.time.Instant;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

/**
 * That values of a point were asked for.
 *
 * @param accountingPoint whose values
 * @param days local dates of the market, with an end
 * @param note for people; empty if there is none
 * @param requestedAt when it was noted
 */
public record ValueRequest(
    AccountingPointId accountingPoint, DateRange days, String note, Instant requestedAt) {}

package org.nachbarstrom.metering.sharing;

import java.time.Instant;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

/**
 * A membership as revisions of a community that follow one another declare it.
 *
 * @param community whose
 * @param accountingPoint who
 * @param valid local dates of the membership
 * @param firstRevision first of these revisions
 * @param lastRevision last of these revisions
 * @param latestRevision latest revision of the community, with the membership or without
 * @param recordedAt when the first of these revisions was recorded
 */
public record RecordedMembership(
    String community,
    AccountingPointId accountingPoint,
    DateRange valid,
    int firstRevision,
    int lastRevision,
    int latestRevision,
    Instant recordedAt) {}

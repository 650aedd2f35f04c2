package org.nachbarstrom.settlement.party;

import org.nachbarstrom.quantities.DateRange;

/**
 * Who pays for a point from when to when.
 *
 * @param valid local dates, end exclusive or open
 */
public record PayerAssignment(PartyId party, DateRange valid) {}

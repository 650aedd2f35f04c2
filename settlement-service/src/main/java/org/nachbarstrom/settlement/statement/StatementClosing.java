package org.nachbarstrom.settlement.statement;

import org.nachbarstrom.settlement.booking.ClosingVersion;

/**
 * A closing of the statement.
 *
 * @param version the newest booked version
 * @param provisional whether a value in it may still change
 */
public record StatementClosing(ClosingVersion version, boolean provisional) {}

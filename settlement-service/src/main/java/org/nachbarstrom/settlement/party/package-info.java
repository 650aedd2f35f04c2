/**
 * Parties and which of them pays for which accounting point when.
 *
 * <p>Owns: parties, dated payers. Does not own: contracts and prices (pricing), accounts
 * (clearing).
 *
 * <p>Invariants: a point has at most one payer on a day. Times: assignments are valid over local
 * dates, half-open; what an assignment replaced is kept with the instants between which it was
 * known.
 */
@NullMarked
package org.nachbarstrom.settlement.party;

import org.jspecify.annotations.NullMarked;

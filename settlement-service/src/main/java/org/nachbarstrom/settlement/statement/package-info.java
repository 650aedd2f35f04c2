/**
 * What a party used, gave, owes and is owed, over all its accounting points.
 *
 * <p>Owns: nothing; a statement is read from the newest booked version of each closing. Does not
 * own: balances over all time (clearing).
 *
 * <p>Invariant: the balance of the lines is the balance of the booked batches.
 */
@NullMarked
package org.nachbarstrom.settlement.statement;

import org.jspecify.annotations.NullMarked;

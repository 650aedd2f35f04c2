/**
 * Accounts, the append-only journal and the balances.
 *
 * <p>Owns: accounts and their numbers, journal entries, movements and cumulative sums per account,
 * and the rules of posting. Does not own: where a batch comes from and how far it is, tariffs,
 * quantities.
 *
 * <p>Invariants: every booking has a debit and a credit side, so value and energy are zero-sum; no
 * account but {@code GRID} ends a batch having given more energy than it received since it was
 * opened; nothing posted is ever changed.
 *
 * <p>Times: instants in UTC, of posting.
 */
@NullMarked
package org.nachbarstrom.clearing.ledger;

import org.jspecify.annotations.NullMarked;

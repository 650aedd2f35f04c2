package org.nachbarstrom.clearing.ledger;

/**
 * The whole ledger in one line. Debit equals credit and received equals given, always.
 *
 * @param accounts number of accounts
 * @param sums sums over all of them
 */
public record LedgerTotals(long accounts, Sums sums) {}

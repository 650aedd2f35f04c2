package org.nachbarstrom.clearing.ledger;

/**
 * What one batch adds to one account.
 *
 * @param account whose sums grow
 * @param sums gross sums of the batch
 */
public record Movement(AccountNumber account, Sums sums) {}

package org.nachbarstrom.clearing.ledger;

/**
 * An account with everything booked on it since it was opened.
 *
 * @param account which
 * @param sums cumulative gross sums
 */
public record AccountBalance(Account account, Sums sums) {}

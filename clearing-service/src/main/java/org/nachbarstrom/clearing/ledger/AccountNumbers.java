package org.nachbarstrom.clearing.ledger;

/** Source of numbers for new accounts. */
public interface AccountNumbers {
  /** A number that cannot be guessed and that nobody has: 20 bytes of a secure random source. */
  AccountNumber next();
}

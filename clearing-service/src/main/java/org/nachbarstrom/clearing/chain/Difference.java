package org.nachbarstrom.clearing.chain;

/**
 * Where a record does not say what the journal says.
 *
 * @param subject what is concerned
 * @param id its contract address, batch id or account number
 * @param field what differs, such as {@code merkleRoot}
 * @param journal what the journal says
 * @param found what the other record says
 * @param place which record that is
 */
public record Difference(
    Subject subject, String id, String field, String journal, String found, Place place) {
  /** What can differ. */
  public enum Subject {
    CONTRACT,
    BATCH,
    ACCOUNT
  }

  /** Which record is compared with the journal. */
  public enum Place {
    /** The contract on the chain. */
    CHAIN,
    /** What was noted when the batch was anchored. */
    ANCHOR,
    /** The running balances of the accounts. */
    BALANCES
  }
}

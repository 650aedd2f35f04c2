package org.nachbarstrom.clearing.ledger;

import java.util.SortedMap;
import org.nachbarstrom.quantities.Energy;

/** What the rules of posting say about a batch. */
public sealed interface PostingOutcome {
  /**
   * The batch may be posted.
   *
   * @param movements gross sums of the batch per touched account; zero-sum
   */
  record Balanced(SortedMap<AccountKey, Sums> movements) implements PostingOutcome {}

  /**
   * An account would have given more energy than it received since it was opened.
   *
   * @param account the first such account in the order of keys
   * @param received what it would have received after the batch
   * @param given what it would have given after the batch
   */
  record Overdrawn(AccountKey account, Energy received, Energy given) implements PostingOutcome {}

  /**
   * A sum of the account no longer fits 63 bits.
   *
   * @param account the first such account in the order of keys, or of the batch
   */
  record TooLarge(AccountKey account) implements PostingOutcome {}
}

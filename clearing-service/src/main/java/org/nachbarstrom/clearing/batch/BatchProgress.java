package org.nachbarstrom.clearing.batch;

import java.time.Instant;
import java.util.Optional;

/** How far a batch is, with what is known then. */
public sealed interface BatchProgress {
  /** Stored, waiting for its place in the order. */
  record Received() implements BatchProgress {}

  /**
   * In the journal and the balances.
   *
   * @param ledgerSequence place in the order of the ledger, from 1, without gaps
   * @param postedAt UTC
   * @param alarm why it is not on the chain, if an attempt failed
   */
  record Posted(long ledgerSequence, Instant postedAt, Optional<Alarm> alarm)
      implements BatchProgress {}

  /**
   * On the chain.
   *
   * @param ledgerSequence place in the order of the ledger and of the contract
   * @param postedAt UTC
   * @param anchor where on the chain
   */
  record Anchored(long ledgerSequence, Instant postedAt, Anchor anchor) implements BatchProgress {}

  /**
   * Not booked.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements BatchProgress {}

  /** The bare state. */
  default BatchState state() {
    return switch (this) {
      case Received received -> BatchState.RECEIVED;
      case Posted posted -> BatchState.POSTED;
      case Anchored anchored -> BatchState.ANCHORED;
      case Refused refused -> BatchState.REFUSED;
    };
  }
}

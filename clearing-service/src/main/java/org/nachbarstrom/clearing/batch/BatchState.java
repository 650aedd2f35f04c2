package org.nachbarstrom.clearing.batch;

/** How far a batch is. */
public enum BatchState {
  /** Stored, waiting for its place in the order. */
  RECEIVED,
  /** In the journal and the balances. */
  POSTED,
  /** Its root and sums are on the chain. */
  ANCHORED,
  /** Not booked and never will be. */
  REFUSED
}

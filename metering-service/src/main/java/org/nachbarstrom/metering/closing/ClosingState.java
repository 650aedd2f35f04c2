package org.nachbarstrom.metering.closing;

/** How far a closing is. */
public enum ClosingState {
  /** To be computed, for the first time or again. */
  REQUESTED,
  /** Something is missing; it is tried again when it may have arrived. */
  WAITING,
  /** Computed and announced. */
  CLOSED,
  /** Computed with another result than the final one announced, which somebody must approve. */
  HELD
}

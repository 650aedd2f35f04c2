package org.nachbarstrom.settlement.run;

import org.nachbarstrom.settlement.booking.BatchState;

/** How far a run is, as shown to others: its own stage or, once it is booked, its batch's state. */
public enum RunState {
  COLLECTING,
  WAITING,
  STOPPED,
  PREPARED,
  RELEASED,
  CLEARED,
  REFUSED,
  UNCHANGED,
  SUPERSEDED;

  /** The state of a run that has a batch. */
  public static RunState of(BatchState batch) {
    return switch (batch) {
      case PREPARED -> PREPARED;
      case RELEASED -> RELEASED;
      case CLEARED -> CLEARED;
      case REFUSED -> REFUSED;
      case DISCARDED -> SUPERSEDED;
    };
  }

  /** The state of a run that has none. */
  public static RunState of(RunStage stage) {
    return switch (stage) {
      case COLLECTING -> COLLECTING;
      case WAITING -> WAITING;
      case STOPPED -> STOPPED;
      case UNCHANGED -> UNCHANGED;
      case SUPERSEDED -> SUPERSEDED;
      case BOOKED -> throw new IllegalArgumentException("a booked run has a batch");
    };
  }
}

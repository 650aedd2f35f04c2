package org.nachbarstrom.settlement.run;

/** How far a run itself is; once it is booked, its batch says how far that is. */
public enum RunStage {
  /** Not all of period-closed and the member costs are there. */
  COLLECTING,
  /** Complete, but something is missing; goes on by itself. */
  WAITING,
  /** Complete, but its numbers must not be booked. */
  STOPPED,
  /** Has a batch. */
  BOOKED,
  /** Nothing differs from what is booked. */
  UNCHANGED,
  /** A newer version was complete before this one was booked. */
  SUPERSEDED;

  /** Whether a version in this stage takes precedence over older ones that are not booked. */
  public boolean isComplete() {
    return switch (this) {
      case WAITING, BOOKED, UNCHANGED, SUPERSEDED -> true;
      case COLLECTING, STOPPED -> false;
    };
  }

  /** Whether a run in this stage may still be worked on. */
  public boolean isOpen() {
    return switch (this) {
      case COLLECTING, WAITING -> true;
      case STOPPED, BOOKED, UNCHANGED, SUPERSEDED -> false;
    };
  }
}

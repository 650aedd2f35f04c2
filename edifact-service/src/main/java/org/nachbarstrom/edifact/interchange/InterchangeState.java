package org.nachbarstrom.edifact.interchange;

/** What became of an interchange. */
public enum InterchangeState {
  /** Every message was taken. */
  ACCEPTED,
  /** Some messages were taken, others refused. */
  PARTLY_ACCEPTED,
  /** Nothing was taken: the syntax is broken or every message was refused. */
  REJECTED;

  /** The state of an interchange of right syntax. */
  static InterchangeState of(int messages, int accepted) {
    if (accepted == 0) {
      return REJECTED;
    }
    return accepted == messages ? ACCEPTED : PARTLY_ACCEPTED;
  }
}

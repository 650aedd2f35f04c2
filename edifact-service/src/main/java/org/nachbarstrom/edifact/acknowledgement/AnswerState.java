package org.nachbarstrom.edifact.acknowledgement;

/** How it stands with an answer. */
public enum AnswerState {
  /** It is not there yet, and still in time. */
  OPEN,
  /** It is not there yet and its time is over. */
  OVERDUE,
  /** It was handed over. */
  SETTLED
}

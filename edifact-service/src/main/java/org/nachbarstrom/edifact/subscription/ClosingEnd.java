package org.nachbarstrom.edifact.subscription;

/** How going through a complete closing version ended. */
public enum ClosingEnd {
  /** Subscribers got what is theirs. */
  REPORTED,
  /** It rests on provisional values; a later version is awaited. */
  PROVISIONAL,
  /** A later version was reported before. */
  SUPERSEDED,
  /** Its members do not add up to its control totals; nothing was reported. */
  TOTALS_DIFFER
}

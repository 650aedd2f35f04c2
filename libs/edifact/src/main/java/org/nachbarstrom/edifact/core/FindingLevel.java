package org.nachbarstrom.edifact.core;

/** How far a finding reaches. */
public enum FindingLevel {
  /** Syntax of the interchange itself (UNA, UNB, UNZ): the whole interchange is refused. */
  INTERCHANGE,
  /**
   * Syntax of a message: a CONTRL names message and segment, and the whole interchange is refused
   * with it (CONTRL application handbook 1.0).
   */
  MESSAGE,
  /** What a message says (application handbook): only this message is refused. */
  CONTENT;

  /** Whether a CONTRL answers it. */
  public boolean syntax() {
    return this != CONTENT;
  }
}

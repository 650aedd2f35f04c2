package org.nachbarstrom.edifact.core.ahb;

/** What a number in an expression stands for. */
public enum TermKind {
  /** A condition of the message or of the world around it. */
  CONDITION,
  /** A market role of sender or recipient. */
  ROLE,
  /** The sector of a partner. */
  SECTOR,
  /** The form of a value. */
  FORMAT,
  /** A time compared with others. */
  TIME,
  /** Something to know, never enforced. */
  HINT,
  /** How often a group comes. */
  REPETITION,
  /** A package: its condition, and at most one of its codes. */
  PACKAGE;

  /** Whether it judges the value it stands at rather than what stands elsewhere. */
  boolean judgesValue() {
    return switch (this) {
      case FORMAT, TIME, SECTOR -> true;
      case CONDITION, ROLE, HINT, REPETITION, PACKAGE -> false;
    };
  }
}

package org.nachbarstrom.edifact.core.ahb;

import java.util.List;

/** Three-valued truth of an expression, and neutral for what is shown but not judged. */
enum Verdict {
  TRUE,
  FALSE,
  /** Cannot be told from the message and what is known about partners. */
  UNDECIDED,
  /** Says nothing: a hint, which neither allows nor forbids. */
  NEUTRAL;

  static Verdict of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** Whether it is not {@link #FALSE} and known. */
  boolean holds() {
    return this == TRUE || this == NEUTRAL;
  }

  /** All of them (∧, Kleene); neutral parts do not count. */
  static Verdict all(List<Expression> parts, Facts facts) {
    Verdict result = NEUTRAL;
    for (int i = 0; i < parts.size(); i++) {
      Verdict part = parts.get(i).verdict(facts);
      if (part == FALSE) {
        return FALSE;
      }
      if (part == UNDECIDED || result == NEUTRAL) {
        result = part == NEUTRAL ? result : part;
      }
    }
    return result;
  }

  /** At least one of them (∨, Kleene); undecided where that hangs on a neutral one. */
  static Verdict any(List<Expression> parts, Facts facts) {
    boolean neutral = true;
    boolean open = false;
    for (int i = 0; i < parts.size(); i++) {
      Verdict part = parts.get(i).verdict(facts);
      if (part == TRUE) {
        return TRUE;
      }
      neutral &= part == NEUTRAL;
      open |= part != FALSE;
    }
    return neutral ? NEUTRAL : open ? UNDECIDED : FALSE;
  }

  /** Exactly one of them (⊻, Kleene); undecided where that hangs on a neutral one. */
  static Verdict one(List<Expression> parts, Facts facts) {
    boolean neutral = true;
    boolean open = false;
    int holding = 0;
    for (int i = 0; i < parts.size(); i++) {
      Verdict part = parts.get(i).verdict(facts);
      holding += part == TRUE ? 1 : 0;
      neutral &= part == NEUTRAL;
      open |= part == UNDECIDED || part == NEUTRAL;
    }
    if (neutral) {
      return NEUTRAL;
    }
    return holding > 1 ? FALSE : open ? UNDECIDED : of(holding == 1);
  }
}

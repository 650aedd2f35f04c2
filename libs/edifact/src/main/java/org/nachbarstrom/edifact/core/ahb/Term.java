package org.nachbarstrom.edifact.core.ahb;

import org.nachbarstrom.edifact.core.FindingCode;

/**
 * A number of the handbook with its rule.
 *
 * @param number as written in brackets, for example 495, UB1 or 4P0..1
 * @param text what it demands, in words
 * @param settled when it can be judged
 * @param violation what to report where a value does not hold to it
 */
record Term(
    String number, TermKind kind, String text, Settled settled, FindingCode violation, Rule rule) {
  /** Judges a message. */
  @FunctionalInterface
  interface Rule {
    Verdict judge(Facts facts);
  }

  /** When what a term asks about is known. */
  enum Settled {
    /** As soon as the segment is there. */
    AT_ONCE,
    /** With the object (LOC and references of SG6 and SG7). */
    WITH_OBJECT,
    /** With the last value of the message. */
    AT_END
  }
}

package org.nachbarstrom.edifact.core.ahb;

import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;

/**
 * How often something comes ([2001] to [2003]).
 *
 * @param least fewest times
 * @param most most times
 */
record Repetition(Status status, int least, int most) {
  private static final int UP_TO = 3;
  private static final int PAIR = 2;

  /** The repetition that a status demands. */
  static Repetition of(Status status) {
    for (Term term : status.terms()) {
      switch (term.number()) {
        case "2001" -> {
          return new Repetition(status, 1, 1);
        }
        case "2002" -> {
          return new Repetition(status, 1, UP_TO);
        }
        case "2003" -> {
          return new Repetition(status, PAIR, PAIR);
        }
        default -> {
          // no repetition
        }
      }
    }
    return new Repetition(status, 0, Integer.MAX_VALUE);
  }

  /** What is wrong with a number of times, where the status demands the repetition at all. */
  Optional<FindingCode> check(int count, Facts facts) {
    if ((count >= least && count <= most) || !binds(facts)) {
      return Optional.empty();
    }
    return Optional.of(
        count > most ? FindingCode.REPETITION_EXCEEDED : FindingCode.REPETITION_MISSING);
  }

  private boolean binds(Facts facts) {
    if (status.allowed(facts) != Verdict.TRUE) {
      return false;
    }
    facts.repetition = Verdict.FALSE;
    boolean binds = status.allowed(facts) == Verdict.FALSE;
    facts.repetition = Verdict.TRUE;
    return binds;
  }
}

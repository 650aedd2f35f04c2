package org.nachbarstrom.edifact.core.ahb;

import java.util.List;
import java.util.Optional;

/**
 * Why an expression does not hold: the term to name. Of several alternatives it is the one that
 * comes closest: first one whose conditions hold and whose form does not, then one that only the
 * market roles forbid.
 *
 * @param term the term; empty if two of an "either or" hold
 * @param rank how far the alternative is from holding, 0 nearest
 */
record Cause(Optional<Term> term, int rank) {
  private static final int FORM = 0;
  private static final int ROLE = 1;
  private static final int BOTH = 2;
  private static final int CONDITION = 3;

  private static final Cause NONE = new Cause(Optional.empty(), CONDITION + 1);

  /** Why a status does not hold. */
  static Cause of(Status status, Facts facts) {
    Cause nearest = NONE;
    for (Status.Part part : status.parts()) {
      nearest = nearest.nearer(of(part.expression(), facts));
    }
    return nearest;
  }

  private static Cause of(Expression expression, Facts facts) {
    return switch (expression) {
      case Expression.Single single -> of(single.term());
      case Expression.All all -> ofAll(all.parts(), facts);
      case Expression.Any any -> ofAny(any.parts(), facts);
      case Expression.One one -> ofAny(one.parts(), facts);
    };
  }

  private static Cause of(Term term) {
    int rank =
        switch (term.kind()) {
          case FORMAT, TIME, SECTOR, PACKAGE -> FORM;
          case ROLE -> ROLE;
          case CONDITION, HINT, REPETITION -> CONDITION;
        };
    return new Cause(Optional.of(term), rank);
  }

  private static Cause ofAll(List<Expression> parts, Facts facts) {
    Cause form = NONE;
    Cause other = NONE;
    for (Expression part : parts) {
      if (part.verdict(facts) == Verdict.FALSE) {
        Cause cause = of(part, facts);
        form = cause.rank == FORM && form.rank != FORM ? cause : form;
        other = cause.rank == FORM ? other : other.nearer(cause);
      }
    }
    if (form.rank != FORM || other.rank > CONDITION) {
      return form.nearer(other);
    }
    return new Cause(other.term, Math.max(BOTH, other.rank));
  }

  private static Cause ofAny(List<Expression> parts, Facts facts) {
    Cause nearest = NONE;
    for (Expression part : parts) {
      if (part.verdict(facts) == Verdict.FALSE) {
        nearest = nearest.nearer(of(part, facts));
      }
    }
    return nearest;
  }

  private Cause nearer(Cause other) {
    return other.rank < rank ? other : this;
  }
}

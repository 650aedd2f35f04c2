package org.nachbarstrom.edifact.core.ahb;

import java.util.List;
import java.util.function.Consumer;

/** A condition of the application handbook, as written there. */
sealed interface Expression {
  /** What it comes to for a message. */
  Verdict verdict(Facts facts);

  /** Hands over each term in it. */
  void terms(Consumer<Term> visitor);

  /** One number, or a package of one. */
  record Single(Term term) implements Expression {
    @Override
    public Verdict verdict(Facts facts) {
      return facts.withoutValues && term.kind().judgesValue()
          ? Verdict.NEUTRAL
          : term.rule().judge(facts);
    }

    @Override
    public void terms(Consumer<Term> visitor) {
      visitor.accept(term);
    }
  }

  /** All of several (∧ and juxtaposition); of nothing for no condition. */
  record All(List<Expression> parts) implements Expression {
    @Override
    public Verdict verdict(Facts facts) {
      return Verdict.all(parts, facts);
    }

    @Override
    public void terms(Consumer<Term> visitor) {
      parts.forEach(part -> part.terms(visitor));
    }
  }

  /** At least one of several (∨). */
  record Any(List<Expression> parts) implements Expression {
    @Override
    public Verdict verdict(Facts facts) {
      return Verdict.any(parts, facts);
    }

    @Override
    public void terms(Consumer<Term> visitor) {
      parts.forEach(part -> part.terms(visitor));
    }
  }

  /** Exactly one of several (⊻). */
  record One(List<Expression> parts) implements Expression {
    @Override
    public Verdict verdict(Facts facts) {
      return Verdict.one(parts, facts);
    }

    @Override
    public void terms(Consumer<Term> visitor) {
      parts.forEach(part -> part.terms(visitor));
    }
  }
}

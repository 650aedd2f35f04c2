package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;

/** Whether something must, should or may be sent: modal words, each with its expression. */
final class Status {
  /** A word and when it holds. */
  record Part(Modal modal, Expression expression) {}

  private final String text;
  private final List<Part> parts;
  private final List<Term> terms = new ArrayList<>();
  private final Term.Settled settled;
  private final boolean judgesValue;

  Status(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
    this.parts.forEach(part -> part.expression().terms(terms::add));
    Term.Settled latest = Term.Settled.AT_ONCE;
    boolean value = false;
    for (Term term : terms) {
      latest = term.settled().compareTo(latest) > 0 ? term.settled() : latest;
      value |= term.kind().judgesValue();
    }
    this.settled = latest;
    this.judgesValue = value;
  }

  /** As written in the handbook. */
  String text() {
    return text;
  }

  List<Part> parts() {
    return parts;
  }

  List<Term> terms() {
    return terms;
  }

  Term.Settled settled() {
    return settled;
  }

  /** Whether a part of it judges the value itself. */
  boolean judgesValue() {
    return judgesValue;
  }

  /** Whether it hangs on the form of the value alone. */
  boolean unconditional() {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).kind() != TermKind.FORMAT) {
        return false;
      }
    }
    return true;
  }

  boolean has(TermKind kind) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may be sent: false only where no word holds. */
  Verdict allowed(Facts facts) {
    boolean open = false;
    for (int i = 0; i < parts.size(); i++) {
      Verdict verdict = parts.get(i).expression().verdict(facts);
      if (verdict.holds()) {
        return Verdict.TRUE;
      }
      open |= verdict == Verdict.UNDECIDED;
    }
    return open ? Verdict.UNDECIDED : Verdict.FALSE;
  }

  /** Whether it must be sent for sure. */
  boolean required(Facts facts) {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.modal().requires() && part.expression().verdict(facts).holds()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value must be sent: as {@link #required}, and X with a form always wants one. */
  boolean requiresValue(Facts facts) {
    facts.withoutValues = true;
    boolean required = required(facts);
    if (!required && judgesValue && parts.getFirst().modal() == Modal.X) {
      required = allowed(facts) != Verdict.FALSE;
    }
    facts.withoutValues = false;
    return required;
  }

  @Override
  public String toString() {
    return text;
  }
}

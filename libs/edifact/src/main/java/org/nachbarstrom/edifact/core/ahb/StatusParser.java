package org.nachbarstrom.edifact.core.ahb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads status expressions. Brackets bind first, then ∧ (which may be left out), ⊻ and ∨.
 *
 * <pre>
 * status     = word [or] { word [or] }
 * or         = xor { "∨" xor }
 * xor        = and { "⊻" and }
 * and        = operand { ["∧"] operand }
 * operand    = "(" or ")" | "[" number "]"
 * </pre>
 */
final class StatusParser {
  private final String text;
  private int at;

  private StatusParser(String text) {
    this.text = text;
  }

  /**
   * Reads a status.
   *
   * @throws IllegalArgumentException if the text is not one or has an unknown number
   */
  static Status parse(String text) {
    return new StatusParser(text.trim()).status();
  }

  private Status status() {
    List<Status.Part> parts = new ArrayList<>();
    while (at < text.length()) {
      Modal modal = modal().orElseThrow(() -> failure("Muss, Soll, Kann, X or M"));
      skipBlanks();
      boolean bare = at == text.length() || modalAhead();
      parts.add(new Status.Part(modal, bare ? new Expression.All(List.of()) : or()));
    }
    if (parts.isEmpty()) {
      throw failure("a word");
    }
    return new Status(text, parts);
  }

  private boolean modalAhead() {
    int before = at;
    boolean ahead = modal().isPresent();
    at = before;
    return ahead;
  }

  private Optional<Modal> modal() {
    skipBlanks();
    for (Modal modal : Modal.values()) {
      int end = at + modal.word().length();
      boolean whole = end >= text.length() || !Character.isLetter(text.charAt(end));
      if (text.startsWith(modal.word(), at) && whole) {
        at = end;
        return Optional.of(modal);
      }
    }
    return Optional.empty();
  }

  private Expression or() {
    List<Expression> parts = new ArrayList<>(List.of(xor()));
    while (accept('∨')) {
      parts.add(xor());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Any(List.copyOf(parts));
  }

  private Expression xor() {
    List<Expression> parts = new ArrayList<>(List.of(and()));
    while (accept('⊻')) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.One(List.copyOf(parts));
  }

  private Expression and() {
    List<Expression> parts = new ArrayList<>(List.of(operand()));
    while (accept('∧') || operandAhead()) {
      parts.add(operand());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(List.copyOf(parts));
  }

  private boolean operandAhead() {
    skipBlanks();
    return at < text.length() && (text.charAt(at) == '(' || text.charAt(at) == '[');
  }

  private Expression operand() {
    if (accept('(')) {
      Expression inner = or();
      if (!accept(')')) {
        throw failure(")");
      }
      return inner;
    }
    if (!accept('[')) {
      throw failure("( or [");
    }
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw failure("]");
    }
    String number = text.substring(at, end);
    at = end + 1;
    Term term = Terms.find(number).orElseThrow(() -> failure("a known number"));
    return new Expression.Single(term);
  }

  private boolean accept(char sign) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == sign) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException failure(String expected) {
    return new IllegalArgumentException(expected + " expected at " + at + " of '" + text + "'");
  }
}

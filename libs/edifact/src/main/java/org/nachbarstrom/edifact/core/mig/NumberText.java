package org.nachbarstrom.edifact.core.mig;

import java.util.Optional;
import org.nachbarstrom.edifact.core.FindingCode;

/**
 * Shape of a number as it was sent (ISO 9735 version 3, 10.1).
 *
 * @param negative whether it is below zero; minus zero is not
 * @param integerDigits digits before the decimal mark
 * @param decimals digits after it, trailing zeros included
 */
public record NumberText(boolean negative, int integerDigits, int decimals) {
  /** How the numbers of an interchange are written. */
  public record Notation(char decimalMark, boolean lenient) {
    boolean accepts(char mark) {
      return mark == decimalMark || (lenient && (mark == '.' || mark == ','));
    }
  }

  /** The shape of a number, or nothing where {@link #fault} finds something. */
  public static Optional<NumberText> of(String text, Notation notation) {
    if (fault(text, notation).isPresent()) {
      return Optional.empty();
    }
    boolean minus = text.charAt(0) == '-';
    boolean zero = true;
    int mark = text.length();
    for (int i = minus ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ',') {
        mark = i;
      } else {
        zero &= c == '0';
      }
    }
    int decimals = Math.max(0, text.length() - mark - 1);
    return Optional.of(new NumberText(minus && !zero, mark - (minus ? 1 : 0), decimals));
  }

  /** What is wrong with the notation of a number, if anything. */
  public static Optional<FindingCode> fault(String text, Notation notation) {
    int start = text.startsWith("-") ? 1 : 0;
    int mark = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == ',') {
        if (mark >= 0 || !notation.accepts(c)) {
          return Optional.of(FindingCode.DECIMAL_INVALID);
        }
        mark = i;
      } else if (c < '0' || c > '9') {
        return Optional.of(FindingCode.ELEMENT_NOT_NUMERIC);
      }
    }
    return placement(text, start, mark);
  }

  private static Optional<FindingCode> placement(String text, int start, int mark) {
    if (text.length() == start) {
      return Optional.of(FindingCode.ELEMENT_NOT_NUMERIC);
    }
    if (mark == start) {
      return Optional.of(FindingCode.DECIMAL_DIGIT_MISSING);
    }
    return mark == text.length() - 1 ? Optional.of(FindingCode.DECIMAL_INVALID) : Optional.empty();
  }

  /** Digits in all. */
  public int digits() {
    return integerDigits + decimals;
  }
}

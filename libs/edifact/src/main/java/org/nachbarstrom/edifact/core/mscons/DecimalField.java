package org.nachbarstrom.edifact.core.mscons;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.SegmentView;

/** Reads a number exactly (ISO 9735 version 3, 10.1), for the usual ones without objects. */
final class DecimalField {
  private static final int MAX_LENGTH = 35;
  private static final int MAX_LONG_DIGITS = 18;

  private final boolean anyMark;
  private byte announcedMark;
  private String text = "";
  private long digits;
  private int integerDigits;
  private int decimals;
  private boolean negative;
  private boolean marked;

  DecimalField(boolean anyMark) {
    this.anyMark = anyMark;
  }

  /** Reads a component with the announced decimal mark; answers what is wrong with it. */
  @Nullable FindingCode read(SegmentView segment, int element, int component, byte mark) {
    int length = segment.length(element, component);
    if (length == 0) {
      return FindingCode.ELEMENT_MISSING;
    }
    if (length > MAX_LENGTH) {
      return FindingCode.ELEMENT_TOO_LONG;
    }
    announcedMark = mark;
    int start = segment.start(element, component);
    FindingCode problem = scan(segment.bytes(), start, start + length);
    if (problem == null && integerDigits + decimals > MAX_LONG_DIGITS) {
      text = segment.text(element, component).replace(',', '.');
    }
    return problem;
  }

  /** Digits after the decimal mark, trailing zeros included. */
  int decimals() {
    return decimals;
  }

  int integerDigits() {
    return integerDigits;
  }

  /** Whether it is below zero; minus zero is not. */
  boolean negative() {
    return negative
        && (integerDigits + decimals > MAX_LONG_DIGITS ? number().signum() : -digits) < 0;
  }

  /** The number without its decimal mark; means nothing with more than 18 digits. */
  long unscaled() {
    return negative ? -digits : digits;
  }

  /** The number. */
  BigDecimal number() {
    return integerDigits + decimals > MAX_LONG_DIGITS
        ? new BigDecimal(text)
        : BigDecimal.valueOf(unscaled(), decimals);
  }

  private @Nullable FindingCode scan(byte[] bytes, int from, int end) {
    digits = 0;
    integerDigits = 0;
    decimals = 0;
    marked = false;
    negative = bytes[from] == '-';
    for (int i = negative ? from + 1 : from; i < end; i++) {
      byte character = bytes[i];
      if (character >= '0' && character <= '9') {
        take(character - '0');
      } else {
        FindingCode problem = mark(character);
        if (problem != null) {
          return problem;
        }
      }
    }
    if (integerDigits == 0) {
      return marked ? FindingCode.DECIMAL_DIGIT_MISSING : FindingCode.ELEMENT_NOT_NUMERIC;
    }
    return marked && decimals == 0 ? FindingCode.DECIMAL_INVALID : null;
  }

  private @Nullable FindingCode mark(byte character) {
    if (character != '.' && character != ',') {
      return FindingCode.ELEMENT_NOT_NUMERIC;
    }
    if (marked || (!anyMark && character != announcedMark)) {
      return FindingCode.DECIMAL_INVALID;
    }
    marked = true;
    return null;
  }

  private void take(int digit) {
    if (marked) {
      decimals++;
    } else {
      integerDigits++;
    }
    // Numbers with more than 18 digits are taken from their text instead.
    digits = digits * 10 + digit;
  }
}

package org.nachbarstrom.edifact.core.mscons;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;

/**
 * Reads an energy in kWh with up to three decimals (AHB condition 906) exactly into 10⁻⁶ kWh,
 * without creating objects.
 */
final class EnergyField {
  private static final int MAX_DECIMALS = 3;
  private static final int MAX_INTEGER_DIGITS = 12;
  private static final int MAX_LENGTH = 35;
  private static final long[] TO_MILLI_WATT_HOURS = {1_000_000, 100_000, 10_000, 1_000};

  private final boolean anyMark;
  private long milliWattHours;
  private long digits;
  private int integerDigits;
  private int decimals;
  private boolean marked;

  EnergyField(boolean anyMark) {
    this.anyMark = anyMark;
  }

  /** The energy of the last {@link #read} that found nothing wrong. */
  long milliWattHours() {
    return milliWattHours;
  }

  /** Reads a component; answers what is wrong with it. */
  @Nullable FindingCode read(SegmentReader segment, int element, int component) {
    int length = segment.length(element, component);
    if (length == 0) {
      return FindingCode.ELEMENT_MISSING;
    }
    if (length > MAX_LENGTH) {
      return FindingCode.ELEMENT_TOO_LONG;
    }
    boolean negative = segment.byteAt(element, component, 0) == '-';
    FindingCode problem = scan(segment, element, component, negative ? 1 : 0);
    if (problem != null) {
      return problem;
    }
    if (integerDigits > MAX_INTEGER_DIGITS) {
      return FindingCode.VALUE_TOO_LARGE;
    }
    if (decimals > MAX_DECIMALS) {
      return FindingCode.VALUE_TOO_PRECISE;
    }
    milliWattHours = digits * TO_MILLI_WATT_HOURS[decimals];
    return negative && milliWattHours > 0 ? FindingCode.VALUE_NEGATIVE : null;
  }

  private @Nullable FindingCode scan(SegmentReader segment, int element, int component, int first) {
    digits = 0;
    integerDigits = 0;
    decimals = 0;
    marked = false;
    int length = segment.length(element, component);
    for (int i = first; i < length; i++) {
      byte character = segment.byteAt(element, component, i);
      if (character >= '0' && character <= '9') {
        take(character - '0', marked);
      } else {
        FindingCode problem = mark(character, segment.characters().decimal());
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

  private @Nullable FindingCode mark(byte character, byte announced) {
    if (character != '.' && character != ',') {
      return FindingCode.ELEMENT_NOT_NUMERIC;
    }
    if (marked || (!anyMark && character != announced)) {
      return FindingCode.DECIMAL_INVALID;
    }
    marked = true;
    return null;
  }

  private void take(int digit, boolean decimal) {
    if (decimal) {
      decimals++;
    } else {
      integerDigits++;
    }
    // Values with more digits are refused, so what they overflow to does not matter.
    digits = digits * 10 + digit;
  }
}

package org.nachbarstrom.quantities;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of a market partner: 13 digits, a BDEW or DVGW code number or a GLN. The two kinds calculate
 * their check digit differently and a code is accepted if either agrees.
 *
 * @param value the 13 digits
 */
public record MarketPartnerCode(String value) implements Comparable<MarketPartnerCode> {
  private static final Pattern FORM = Pattern.compile("[0-9]{13}");

  /**
   * A code.
   *
   * @throws IllegalArgumentException if it does not have 13 digits or no check digit agrees
   */
  public MarketPartnerCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a market partner code has 13 digits: '" + value + "'");
    }
    if (!checkDigitHolds(value)) {
      throw new IllegalArgumentException(
          "the check digit of market partner code '" + value + "' is neither BDEW's nor GS1's");
    }
  }

  /** The code, or nothing if form or check digit is wrong. */
  public static Optional<MarketPartnerCode> tryParse(String value) {
    return FORM.matcher(value).matches() && checkDigitHolds(value)
        ? Optional.of(new MarketPartnerCode(value))
        : Optional.empty();
  }

  private static boolean checkDigitHolds(String value) {
    return CheckDigit.holds(value, 2) || CheckDigit.holds(value, 3);
  }

  @Override
  public int compareTo(MarketPartnerCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.nachbarstrom.quantities;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifier of a market location (MaLo-ID): 11 digits, the first not 0, the last a check digit.
 *
 * @param value the 11 digits
 */
public record MarketLocationId(String value) implements Comparable<MarketLocationId> {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{10}");

  /**
   * An identifier.
   *
   * @throws IllegalArgumentException if form or check digit is wrong
   */
  public MarketLocationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a market location id has 11 digits and does not begin with 0: '" + value + "'");
    }
    if (!CheckDigit.holds(value, 2)) {
      throw new IllegalArgumentException(
          "the check digit of market location id '" + value + "' is wrong");
    }
  }

  /** The identifier, or nothing if form or check digit is wrong. */
  public static Optional<MarketLocationId> tryParse(String value) {
    return FORM.matcher(value).matches() && CheckDigit.holds(value, 2)
        ? Optional.of(new MarketLocationId(value))
        : Optional.empty();
  }

  @Override
  public int compareTo(MarketLocationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package org.nachbarstrom.quantities;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifier of a metering point (Zählpunktbezeichnung, MeLo-ID): 33 characters, which are the
 * country, 6 digits of the network operator, 5 digits of the post code and 20 digits or capital
 * letters. It has no check digit.
 *
 * @param value the 33 characters
 */
public record MeteringPointId(String value) implements Comparable<MeteringPointId> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{11}[A-Z0-9]{20}");

  /**
   * An identifier.
   *
   * @throws IllegalArgumentException if the form is wrong
   */
  public MeteringPointId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a metering point id has 33 characters (country, 11 digits, 20 digits or capitals): '"
              + value
              + "'");
    }
  }

  /** The identifier, or nothing if the form is wrong. */
  public static Optional<MeteringPointId> tryParse(String value) {
    return FORM.matcher(value).matches()
        ? Optional.of(new MeteringPointId(value))
        : Optional.empty();
  }

  @Override
  public int compareTo(MeteringPointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

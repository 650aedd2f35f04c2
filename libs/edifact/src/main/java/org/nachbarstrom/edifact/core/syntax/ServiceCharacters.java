package org.nachbarstrom.edifact.core.syntax;

import java.util.Optional;

/**
 * The characters that structure an interchange (UNA, ISO 9735), each one byte of ISO 8859-1.
 *
 * @param component separates the components of an element
 * @param element separates the elements of a segment
 * @param decimal decimal mark of numeric values, point or comma
 * @param release takes the next character literally; a blank means there is none
 * @param terminator ends a segment
 */
public record ServiceCharacters(
    byte component, byte element, byte decimal, byte release, byte terminator) {
  /** The characters that hold where an interchange does not begin with UNA. */
  public static final ServiceCharacters DEFAULT =
      new ServiceCharacters((byte) ':', (byte) '+', (byte) '.', (byte) '?', (byte) '\'');

  private static final byte BLANK = ' ';

  /**
   * A set of service characters.
   *
   * @throws IllegalArgumentException if {@link #of} would refuse it
   */
  public ServiceCharacters {
    if (!valid(component, element, decimal, release, terminator)) {
      throw new IllegalArgumentException("service characters must differ and not be alphanumeric");
    }
  }

  /**
   * The service characters in the order of UNA, or nothing where two of them are equal, one is a
   * letter, a digit or a blank (other than the release character), or the decimal mark is neither
   * point nor comma.
   */
  public static Optional<ServiceCharacters> of(
      byte component, byte element, byte decimal, byte release, byte terminator) {
    return valid(component, element, decimal, release, terminator)
        ? Optional.of(new ServiceCharacters(component, element, decimal, release, terminator))
        : Optional.empty();
  }

  /** Whether a release character exists. */
  public boolean hasRelease() {
    return release != BLANK;
  }

  /** The UNA segment that announces these characters. */
  public byte[] toUna() {
    return new byte[] {'U', 'N', 'A', component, element, decimal, release, BLANK, terminator};
  }

  private static boolean valid(
      byte component, byte element, byte decimal, byte release, byte terminator) {
    byte[] separators = {component, element, release, terminator};
    for (int i = 0; i < separators.length; i++) {
      boolean absentRelease = i == 2 && release == BLANK;
      if (!absentRelease && !usable(separators[i])) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (separators[i] == separators[j]) {
          return false;
        }
      }
    }
    return decimalUsable(decimal, separators);
  }

  private static boolean decimalUsable(byte decimal, byte[] separators) {
    for (byte separator : separators) {
      if (separator == decimal) {
        return false;
      }
    }
    return decimal == '.' || decimal == ',';
  }

  private static boolean usable(byte character) {
    int value = character & 0xff;
    boolean letterOrDigit = Character.isLetterOrDigit(value);
    return !letterOrDigit && value != BLANK && value != 0 && value != '-';
  }
}

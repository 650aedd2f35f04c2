package org.nachbarstrom.quantities;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Energy Identification Code (EIC) of a party, area or object: 16 characters, the last a check
 * character modulo 37 (ENTSO-E, EIC Reference Manual).
 *
 * @param value the 16 characters: two digits of the issuing office, the kind of object, 12 free
 *     ones, the check character
 */
public record EicCode(String value) implements Comparable<EicCode> {
  private static final Pattern FORM = Pattern.compile("[0-9]{2}[TVWXYZA][0-9A-Z-]{12}[0-9A-Z]");
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
  private static final int LENGTH = 16;

  /**
   * A code.
   *
   * @throws IllegalArgumentException if form or check character is wrong
   */
  public EicCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an EIC has 16 characters: 2 digits, a letter of T V W X Y Z A, 12 of 0-9 A-Z -, and a"
              + " check character: '"
              + value
              + "'");
    }
    if (!checkCharacterHolds(value)) {
      throw new IllegalArgumentException("the check character of EIC '" + value + "' is wrong");
    }
  }

  /** The code, or nothing if form or check character is wrong. */
  public static Optional<EicCode> tryParse(String value) {
    return FORM.matcher(value).matches() && checkCharacterHolds(value)
        ? Optional.of(new EicCode(value))
        : Optional.empty();
  }

  /**
   * Each character counts its place among 0-9, A-Z, -; the first is weighted 16, the 15th 2. With
   * their sum s the check character has the value 36 − ((s − 1) mod 37).
   */
  private static boolean checkCharacterHolds(String value) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(value.charAt(i)) * (LENGTH - i);
    }
    int check = CHARACTERS.length() - 1 - Math.floorMod(sum - 1, CHARACTERS.length());
    return value.charAt(LENGTH - 1) == CHARACTERS.charAt(check);
  }

  @Override
  public int compareTo(EicCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

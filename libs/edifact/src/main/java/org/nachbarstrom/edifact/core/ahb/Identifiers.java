package org.nachbarstrom.edifact.core.ahb;

import org.nachbarstrom.quantities.MarketLocationId;

/** Forms of identifiers that the handbook names. */
final class Identifiers {
  private static final int SHORT = 11;
  private static final int COUNTRY = 2;
  private static final int OPERATOR_AND_POST_CODE = 11;
  private static final int METERING_POINT = 33;

  private Identifiers() {}

  /** A market location or tranche: 11 digits with check digit. */
  static boolean marketLocation(String text) {
    return text.length() == SHORT && MarketLocationId.tryParse(text).isPresent();
  }

  /** Whether it has the length and digits of a market location, check digit aside. */
  static boolean elevenDigits(String text) {
    return text.length() == SHORT && digits(text, 0, SHORT);
  }

  /** Country, 6 digits of the operator, 5 of the post code, 20 digits or capital letters. */
  static boolean meteringPoint(String text) {
    int operatorEnd = COUNTRY + OPERATOR_AND_POST_CODE;
    return text.length() == METERING_POINT
        && capital(text.charAt(0))
        && capital(text.charAt(1))
        && digits(text, COUNTRY, operatorEnd)
        && capitalsOrDigits(text, operatorEnd, METERING_POINT);
  }

  /**
   * A grid location (E) or technical resource (D): the letter, nine digits or capital letters, a
   * check digit. How the check digit is made is not published with the handbook, so any is taken.
   */
  static boolean elevenWithLetter(String text, char letter) {
    return text.length() == SHORT
        && text.charAt(0) == letter
        && capitalsOrDigits(text, 1, SHORT - 1)
        && digits(text, SHORT - 1, SHORT);
  }

  static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean capitalsOrDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!capital(c) && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean capital(char c) {
    return c >= 'A' && c <= 'Z';
  }
}

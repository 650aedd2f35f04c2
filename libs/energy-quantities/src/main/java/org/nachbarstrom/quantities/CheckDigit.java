package org.nachbarstrom.quantities;

/** Check digits over decimal digits, last digit of the number included. */
final class CheckDigit {
  private CheckDigit() {}

  /**
   * Whether the last digit makes the weighted sum a multiple of ten: odd positions from the left
   * count once, even positions count {@code evenWeight} times, the check digit once. The product is
   * not digit-summed.
   *
   * @param digits decimal digits with the check digit last
   * @param evenWeight 2 for market locations and BDEW codes (BDEW, Anwendungshilfe Identifikatoren
   *     2017), 3 for a GLN (GS1 General Specifications, 7.9)
   */
  static boolean holds(String digits, int evenWeight) {
    int sum = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : evenWeight);
    }
    return (10 - sum % 10) % 10 == digits.charAt(digits.length() - 1) - '0';
  }
}

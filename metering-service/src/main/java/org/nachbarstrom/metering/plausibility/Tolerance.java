package org.nachbarstrom.metering.plausibility;

import java.math.BigInteger;

/**
 * By how much an energy may differ from an expected one: a part of that and a fixed amount on top.
 *
 * @param perMille of the expected energy, in ‰
 * @param milliWattHours in 10⁻⁶ kWh
 */
public record Tolerance(int perMille, long milliWattHours) {
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  /**
   * A tolerance.
   *
   * @throws IllegalArgumentException if a part of it is negative
   */
  public Tolerance {
    if (perMille < 0 || milliWattHours < 0) {
      throw new IllegalArgumentException("no tolerance");
    }
  }

  /** Only a part of the expected energy. */
  static Tolerance relative(int perMille) {
    return new Tolerance(perMille, 0);
  }

  /**
   * Whether |observed − expected| is more than that; exact. Example: 20 ‰ and 10 allow 1 030 where
   * 1 000 is expected, and not 1 031.
   */
  boolean exceeded(long observed, long expected) {
    BigInteger difference =
        BigInteger.valueOf(observed).subtract(BigInteger.valueOf(expected)).abs();
    BigInteger allowed =
        BigInteger.valueOf(expected)
            .abs()
            .multiply(BigInteger.valueOf(perMille))
            .add(BigInteger.valueOf(milliWattHours).multiply(THOUSAND));
    return difference.multiply(THOUSAND).compareTo(allowed) > 0;
  }
}

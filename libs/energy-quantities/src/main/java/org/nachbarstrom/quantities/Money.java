package org.nachbarstrom.quantities;

import java.math.BigDecimal;

/**
 * An amount of money as an exact count of micro-euro (10⁻⁶ EUR).
 *
 * @param microEuro 10⁻⁶ EUR, any sign; what the sign means is told by whoever holds the amount
 */
public record Money(long microEuro) implements Comparable<Money> {
  /** Decimal places of a euro that can be told apart. */
  public static final int EURO_SCALE = 6;

  /** No money. */
  public static final Money ZERO = new Money(0);

  private static final long MICRO_EURO_PER_CENT = 10_000;

  /** The money of the given count of 10⁻⁶ EUR. */
  public static Money ofMicroEuro(long microEuro) {
    return microEuro == 0 ? ZERO : new Money(microEuro);
  }

  /**
   * The money of the given euro, never rounded.
   *
   * @throws ArithmeticException if the number is finer than 10⁻⁶ EUR or too large
   */
  public static Money ofEuro(BigDecimal euro) {
    return ofMicroEuro(euro.movePointRight(EURO_SCALE).setScale(0).longValueExact());
  }

  /**
   * The sum of both.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Money plus(Money other) {
    return ofMicroEuro(Math.addExact(microEuro, other.microEuro));
  }

  /**
   * This less the other.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Money minus(Money other) {
    return ofMicroEuro(Math.subtractExact(microEuro, other.microEuro));
  }

  /** The smaller of both. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The same amount with the other sign.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Money negate() {
    return ofMicroEuro(Math.negateExact(microEuro));
  }

  /** Whether it is below zero. */
  public boolean isNegative() {
    return microEuro < 0;
  }

  /** Whether it is exactly zero. */
  public boolean isZero() {
    return microEuro == 0;
  }

  /** The amount in euro with exactly six decimal places. */
  public BigDecimal toEuro() {
    return BigDecimal.valueOf(microEuro, EURO_SCALE);
  }

  /** The whole cents in it, rounded towards zero; what a statement asks to be paid. */
  public long wholeCents() {
    return microEuro / MICRO_EURO_PER_CENT;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(microEuro, other.microEuro);
  }

  @Override
  public String toString() {
    return toEuro().toPlainString() + " EUR";
  }
}

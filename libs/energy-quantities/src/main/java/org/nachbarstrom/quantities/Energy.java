package org.nachbarstrom.quantities;

import java.math.BigDecimal;

/**
 * An amount of electrical energy as an exact count of milliwatt-hours (10⁻⁶ kWh).
 *
 * <p>Who gives and who gets is never told by the sign but by the direction of the register or the
 * accounts of a booking; a negative energy only occurs as a difference of two energies.
 *
 * @param milliWattHours 10⁻⁶ kWh, any sign
 */
public record Energy(long milliWattHours) implements Comparable<Energy> {
  /** Decimal places of a kilowatt-hour that can be told apart. */
  public static final int KILOWATT_HOUR_SCALE = 6;

  /** No energy. */
  public static final Energy ZERO = new Energy(0);

  /** The energy of the given count of 10⁻⁶ kWh. */
  public static Energy ofMilliWattHours(long milliWattHours) {
    return milliWattHours == 0 ? ZERO : new Energy(milliWattHours);
  }

  /**
   * The energy of the given kilowatt-hours, never rounded.
   *
   * @throws ArithmeticException if the number is finer than 10⁻⁶ kWh or too large
   */
  public static Energy ofKilowattHours(BigDecimal kilowattHours) {
    return ofMilliWattHours(
        kilowattHours.movePointRight(KILOWATT_HOUR_SCALE).setScale(0).longValueExact());
  }

  /**
   * The sum of both.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Energy plus(Energy other) {
    return ofMilliWattHours(Math.addExact(milliWattHours, other.milliWattHours));
  }

  /**
   * This less the other.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Energy minus(Energy other) {
    return ofMilliWattHours(Math.subtractExact(milliWattHours, other.milliWattHours));
  }

  /** The smaller of both. */
  public Energy min(Energy other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /**
   * The same amount with the other sign.
   *
   * @throws ArithmeticException if it does not fit
   */
  public Energy negate() {
    return ofMilliWattHours(Math.negateExact(milliWattHours));
  }

  /** Whether it is below zero. */
  public boolean isNegative() {
    return milliWattHours < 0;
  }

  /** Whether it is exactly zero. */
  public boolean isZero() {
    return milliWattHours == 0;
  }

  /** The amount in kilowatt-hours with exactly six decimal places. */
  public BigDecimal toKilowattHours() {
    return BigDecimal.valueOf(milliWattHours, KILOWATT_HOUR_SCALE);
  }

  @Override
  public int compareTo(Energy other) {
    return Long.compare(milliWattHours, other.milliWattHours);
  }

  @Override
  public String toString() {
    return toKilowattHours().toPlainString() + " kWh";
  }
}

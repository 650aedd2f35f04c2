package org.nachbarstrom.quantities;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact price. Multiplying rounds once, half-even, to 10⁻⁶ EUR; nothing else rounds.
 *
 * @param amount exact decimal with at most 8 places, any sign; trailing zeros are dropped, so that
 *     7.90 equals 7.9
 * @param unit what it is counted in
 */
public record Price(BigDecimal amount, PriceUnit unit) {
  /** Most decimal places a price may have. */
  public static final int MAX_SCALE = 8;

  /** 10⁻⁶ EUR in one ct/kWh times 10⁻⁶ kWh, as a power of ten: 10⁻² · 10⁻⁶ / 10⁻⁶. */
  private static final int CENT_SCALE = 2;

  /**
   * A price.
   *
   * @throws IllegalArgumentException if the amount has more than 8 decimal places
   */
  public Price {
    BigDecimal stripped = amount.stripTrailingZeros();
    amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    if (amount.scale() > MAX_SCALE) {
      throw new IllegalArgumentException(
          "a price has at most " + MAX_SCALE + " decimal places: " + amount.toPlainString());
    }
  }

  /**
   * What the energy costs at this price in ct/kWh.
   *
   * @throws IllegalStateException if the price is in another unit
   * @throws ArithmeticException if the money does not fit
   */
  public Money times(Energy energy) {
    require(PriceUnit.CT_PER_KWH);
    return rounded(
        amount.multiply(BigDecimal.valueOf(energy.milliWattHours())).movePointLeft(CENT_SCALE));
  }

  /**
   * What the days cost at this price in EUR per day.
   *
   * @param days delivery days, any sign
   * @throws IllegalStateException if the price is in another unit
   * @throws ArithmeticException if the money does not fit
   */
  public Money timesDays(long days) {
    require(PriceUnit.EUR_PER_DAY);
    return rounded(amount.multiply(BigDecimal.valueOf(days)).movePointRight(Money.EURO_SCALE));
  }

  /**
   * This percentage of the money.
   *
   * @throws IllegalStateException if the price is in another unit
   * @throws ArithmeticException if the money does not fit
   */
  public Money percentOf(Money base) {
    require(PriceUnit.PERCENT);
    return rounded(amount.multiply(BigDecimal.valueOf(base.microEuro())).movePointLeft(2));
  }

  private void require(PriceUnit wanted) {
    if (unit != wanted) {
      throw new IllegalStateException("the price is in " + unit + ", not in " + wanted);
    }
  }

  private static Money rounded(BigDecimal microEuro) {
    return Money.ofMicroEuro(microEuro.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + unit;
  }
}

package org.nachbarstrom.pricing.rating;

import java.math.BigDecimal;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;

/**
 * One priced quantity.
 *
 * @param component what it is about
 * @param tariff where the price is from; empty if no tariff was asked
 * @param days local days it covers
 * @param flow between whom
 * @param quantity how much, exact
 * @param price exact, in its unit
 * @param amount quantity times price, rounded once half-even to 10⁻⁶ EUR; negative for a negative
 *     price
 * @param energy what is moved; zero for a line that is only money
 */
public record LineItem(
    Component component,
    String tariff,
    DateRange days,
    Flow flow,
    Quantity quantity,
    Price price,
    Money amount,
    Energy energy) {

  /** The side of the grid and the residual supplier. */
  public static final String GRID = "GRID";

  /**
   * Between whom a line moves value and energy.
   *
   * @param debit accounting point or {@link #GRID}; gets the energy and owes the money
   * @param credit accounting point or {@link #GRID}; gives the energy and is owed the money
   */
  public record Flow(String debit, String credit) implements Comparable<Flow> {
    @Override
    public int compareTo(Flow other) {
      int byDebit = debit.compareTo(other.debit);
      return byDebit != 0 ? byDebit : credit.compareTo(other.credit);
    }
  }

  /**
   * How much of what.
   *
   * @param amount exact decimal without trailing zeros
   */
  public record Quantity(BigDecimal amount, Unit unit) {
    /** Takes trailing zeros away, so that 7.000000 kWh and 7 kWh are the same. */
    public Quantity {
      BigDecimal stripped = amount.stripTrailingZeros();
      amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  /** What a quantity is counted in. */
  public enum Unit {
    KWH,
    DAY,
    EUR
  }
}

package org.nachbarstrom.settlement.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.settlement.booking.Component;

/**
 * One priced line of a member of a closing.
 *
 * @param line number within the member
 * @param tariff whose price it is
 * @param from first local day of the segment
 * @param to first local day after it
 * @param flow between whom
 * @param quantity what the price was multiplied with, in the unit
 */
public record CostLine(
    int line,
    Component component,
    String tariff,
    LocalDate from,
    LocalDate to,
    Flow flow,
    Quantity quantity,
    Price price) {
  /**
   * A line.
   *
   * @throws IllegalArgumentException if the segment has no day
   */
  public CostLine {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a line has at least one day: " + from + "/" + to);
    }
  }

  /**
   * What moves between two endpoints.
   *
   * @param debit receives the energy and owes the amount
   * @param credit gives the energy and is owed the amount
   * @param amount negative where the price is
   * @param energy at least 0
   */
  public record Flow(Endpoint debit, Endpoint credit, Money amount, Energy energy) {
    /**
     * A flow.
     *
     * @throws IllegalArgumentException if both ends are the same or the energy is negative
     */
    public Flow {
      if (debit.equals(credit)) {
        throw new IllegalArgumentException("debit and credit are the same: " + debit);
      }
      if (energy.isNegative()) {
        throw new IllegalArgumentException("energy is never negative: " + energy);
      }
    }
  }

  /**
   * An exact number with its unit.
   *
   * @param unit {@code KWH}, {@code DAY} or {@code EUR}
   */
  public record Quantity(BigDecimal number, String unit) {
    /** A quantity; trailing zeros do not matter. */
    public Quantity {
      BigDecimal stripped = number.stripTrailingZeros();
      number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }
}

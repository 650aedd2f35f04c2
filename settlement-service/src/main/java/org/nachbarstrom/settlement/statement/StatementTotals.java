package org.nachbarstrom.settlement.statement;

import java.util.Collection;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.settlement.booking.Component;

/**
 * The sums of a statement.
 *
 * @param charged what the party owes, taxes included
 * @param chargedTax value-added tax in it
 * @param credited what the party is owed, taxes included
 * @param creditedTax value-added tax in it
 * @param energy what it used and gave
 */
public record StatementTotals(
    Money charged, Money chargedTax, Money credited, Money creditedTax, EnergyTotals energy) {
  private static final long MICRO_EURO_PER_CENT = 10_000;

  /**
   * What the party used and gave.
   *
   * @param consumed shared and residual
   * @param shared received from the community
   * @param residual received from the grid
   * @param fedIn measured at its producers
   * @param sharedSold of it used by the community
   * @param surplus of it left to the grid
   */
  public record EnergyTotals(
      Energy consumed,
      Energy shared,
      Energy residual,
      Energy fedIn,
      Energy sharedSold,
      Energy surplus) {}

  /** Sums up. */
  public static StatementTotals of(Collection<StatementLine> lines) {
    Sums sums = new Sums(lines);
    Energy shared = sums.energy(StatementLine.Side.CHARGE, Component.SHARED_ENERGY);
    Energy residual = sums.energy(StatementLine.Side.CHARGE, Component.RESIDUAL_ENERGY);
    return new StatementTotals(
        sums.money(StatementLine.Side.CHARGE),
        sums.tax(StatementLine.Side.CHARGE),
        sums.money(StatementLine.Side.CREDIT),
        sums.tax(StatementLine.Side.CREDIT),
        new EnergyTotals(
            shared.plus(residual),
            shared,
            residual,
            sums.energy(StatementLine.Side.CHARGE, Component.MEASURED_FEED_IN),
            sums.energy(StatementLine.Side.CREDIT, Component.SHARED_ENERGY),
            sums.energy(StatementLine.Side.CREDIT, Component.SURPLUS_ENERGY)));
  }

  /** Charged less credited; negative: the party gets money. */
  public Money balance() {
    return charged.minus(credited);
  }

  /** The balance in whole cents, rounded towards zero. */
  public long payableCents() {
    return balance().wholeCents();
  }

  /** What stays on the account because it is less than a cent; the sign of the balance. */
  public Money remainder() {
    return balance().minus(Money.ofMicroEuro(payableCents() * MICRO_EURO_PER_CENT));
  }

  private record Sums(Collection<StatementLine> lines) {
    Money money(StatementLine.Side side) {
      return lines.stream()
          .filter(line -> line.side() == side)
          .map(line -> line.line().flow().amount())
          .reduce(Money.ZERO, Money::plus);
    }

    Money tax(StatementLine.Side side) {
      return lines.stream()
          .filter(line -> line.side() == side && line.line().component() == Component.VAT)
          .map(line -> line.line().flow().amount())
          .reduce(Money.ZERO, Money::plus);
    }

    Energy energy(StatementLine.Side side, Component component) {
      return lines.stream()
          .filter(line -> line.side() == side && line.line().component() == component)
          .map(line -> line.line().flow().energy())
          .reduce(Energy.ZERO, Energy::plus);
    }
  }
}

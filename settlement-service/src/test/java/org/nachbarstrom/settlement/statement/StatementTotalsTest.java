package org.nachbarstrom.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

class StatementTotalsTest {
  @Test
  void asksForWholeCentsAndLeavesTheRest() {
    StatementTotals owes = totals(5_601_400, 0);
    assertThat(owes.payableCents()).isEqualTo(560);
    assertThat(owes.remainder()).isEqualTo(Money.ofMicroEuro(1_400));
  }

  @Test
  void roundsWhatThePartyGetsTowardsZeroToo() {
    StatementTotals gets = totals(0, 849_999);
    assertThat(gets.balance()).isEqualTo(Money.ofMicroEuro(-849_999));
    assertThat(gets.payableCents()).isEqualTo(-84);
    assertThat(gets.remainder()).isEqualTo(Money.ofMicroEuro(-9_999));
  }

  private static StatementTotals totals(long charged, long credited) {
    return new StatementTotals(
        Money.ofMicroEuro(charged),
        Money.ZERO,
        Money.ofMicroEuro(credited),
        Money.ZERO,
        new StatementTotals.EnergyTotals(
            Energy.ZERO, Energy.ZERO, Energy.ZERO, Energy.ZERO, Energy.ZERO, Energy.ZERO));
  }
}

package org.nachbarstrom.settlement.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

class OverdraftTest {
  private static final Account PRODUCER = new Account("50000000063/pv-nord");
  private static final Account CONSUMER = new Account("50000000013/ahrens");

  @Test
  void allowsToGiveAllThatWasFedIn() {
    Positions positions =
        Positions.sum(
            List.of(
                moved(Component.SHARED_ENERGY, CONSUMER, PRODUCER, 8_000_000),
                moved(Component.MEASURED_FEED_IN, PRODUCER, Account.GRID, 8_000_000)));
    assertThat(Overdraft.of(positions)).isEmpty();
  }

  @Test
  void namesTheAccountThatGivesMoreThanItGotAndByHowMuch() {
    Positions positions =
        Positions.sum(
            List.of(
                moved(Component.MEASURED_FEED_IN, PRODUCER, Account.GRID, 8_000_000),
                moved(Component.SHARED_ENERGY, CONSUMER, PRODUCER, 8_500_000)));
    assertThat(Overdraft.of(positions))
        .containsExactly(new Overdraft(PRODUCER, Energy.ofMilliWattHours(500_000)));
  }

  private static Positions moved(
      Component component, Account debit, Account credit, long milliWattHours) {
    LocalDate from = LocalDate.of(2026, 3, 28);
    PositionKey key =
        new PositionKey(
            component,
            new AccountingPointId("50000000063"),
            "pv",
            from,
            from.plusDays(2),
            debit,
            credit);
    return Positions.of(key, new Position(Energy.ofMilliWattHours(milliWattHours), Money.ZERO));
  }
}

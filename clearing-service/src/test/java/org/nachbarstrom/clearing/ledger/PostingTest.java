package org.nachbarstrom.clearing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

class PostingTest {
  private static final AccountKey PRODUCER = new AccountKey("50000000063/pv-nord");
  private static final AccountKey CONSUMER = new AccountKey("50000000013/ahrens");

  @Test
  void booksTheExampleBatch() {
    List<Booking> bookings =
        List.of(
            booking(PRODUCER, AccountKey.GRID, 0, 8_000_000),
            booking(AccountKey.GRID, PRODUCER, 79_000, 1_000_000),
            booking(CONSUMER, PRODUCER, 770_000, 7_000_000),
            booking(CONSUMER, AccountKey.GRID, 3_360_000, 12_000_000),
            booking(CONSUMER, AccountKey.GRID, 700_000, 0),
            booking(CONSUMER, AccountKey.GRID, 771_400, 0));

    // By hand: the grid owes 79 000 and is owed 3 360 000 + 700 000 + 771 400; the producer is owed
    // 79 000 + 770 000 and gave the 8 kWh it got; the consumer owes all but the 79 000.
    assertThat(Posting.of(bookings, Map.of()))
        .isEqualTo(
            new PostingOutcome.Balanced(
                new java.util.TreeMap<>(
                    Map.of(
                        AccountKey.GRID,
                        Sums.ofCounts(79_000, 4_831_400, 1_000_000, 20_000_000),
                        PRODUCER,
                        Sums.ofCounts(0, 849_000, 8_000_000, 8_000_000),
                        CONSUMER,
                        Sums.ofCounts(5_601_400, 0, 19_000_000, 0)))));
  }

  @Test
  void refusesToGiveMoreThanWasReceived() {
    List<Booking> bookings =
        List.of(
            booking(PRODUCER, AccountKey.GRID, 0, 8_000_000),
            booking(CONSUMER, PRODUCER, 0, 8_500_000));

    assertThat(Posting.of(bookings, Map.of()))
        .isEqualTo(
            new PostingOutcome.Overdrawn(
                PRODUCER, Energy.ofMilliWattHours(8_000_000), Energy.ofMilliWattHours(8_500_000)));
  }

  @Test
  void countsWhatWasReceivedInEarlierBatches() {
    Map<AccountKey, Sums> before = Map.of(PRODUCER, Sums.ofCounts(0, 0, 500_000, 0));
    List<Booking> bookings =
        List.of(
            booking(PRODUCER, AccountKey.GRID, 0, 8_000_000),
            booking(CONSUMER, PRODUCER, 0, 8_500_000));

    assertThat(Posting.of(bookings, before)).isInstanceOf(PostingOutcome.Balanced.class);
  }

  @Test
  void judgesTheEndOfTheBatchAndNotItsOrder() {
    List<Booking> bookings =
        List.of(
            booking(CONSUMER, PRODUCER, 0, 8_000_000),
            booking(PRODUCER, AccountKey.GRID, 0, 8_000_000));

    assertThat(Posting.of(bookings, Map.of())).isInstanceOf(PostingOutcome.Balanced.class);
  }

  @Test
  void letsOnlyTheGridGiveWhatItNeverReceived() {
    List<Booking> bookings = List.of(booking(CONSUMER, AccountKey.GRID, 0, 1));

    assertThat(Posting.of(bookings, Map.of())).isInstanceOf(PostingOutcome.Balanced.class);
  }

  @Test
  void refusesSumsThatDoNotFit() {
    Map<AccountKey, Sums> before =
        Map.of(CONSUMER, Sums.ofCounts(Long.MAX_VALUE, 0, Long.MAX_VALUE, 0));
    List<Booking> bookings = List.of(booking(CONSUMER, AccountKey.GRID, 1, 0));

    assertThat(Posting.of(bookings, before)).isEqualTo(new PostingOutcome.TooLarge(CONSUMER));
  }

  private static Booking booking(AccountKey debit, AccountKey credit, long amount, long energy) {
    return new Booking(
        UUID.randomUUID(),
        "ANY",
        "50000000013",
        debit,
        credit,
        Money.ofMicroEuro(amount),
        Energy.ofMilliWattHours(energy));
  }
}

package org.nachbarstrom.clearing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

class PostingPropertyTest {
  private static final List<AccountKey> KEYS =
      List.of(
          AccountKey.GRID,
          new AccountKey("50000000013/a"),
          new AccountKey("50000000021/b"),
          new AccountKey("50000000039/c"));

  @Property(tries = 300)
  void conservesValueAndEnergyOverAnySeriesOfBatches(
      @ForAll("batches") List<List<Booking>> batches) {
    Map<AccountKey, Sums> balances = new HashMap<>();
    for (List<Booking> batch : batches) {
      switch (Posting.of(batch, balances)) {
        case PostingOutcome.Balanced balanced ->
            balanced.movements().forEach((key, sums) -> balances.merge(key, sums, Sums::plus));
        case PostingOutcome.Overdrawn overdrawn ->
            assertThat(overdrawn.given()).isGreaterThan(overdrawn.received());
        case PostingOutcome.TooLarge tooLarge -> throw new AssertionError(tooLarge);
      }
    }

    BigInteger value = BigInteger.ZERO;
    BigInteger energy = BigInteger.ZERO;
    for (Map.Entry<AccountKey, Sums> balance : balances.entrySet()) {
      Sums sums = balance.getValue();
      value = value.add(BigInteger.valueOf(sums.valueBalance().microEuro()));
      energy = energy.add(BigInteger.valueOf(sums.energyBalance().milliWattHours()));
      assertThat(balance.getKey().isGrid() || !sums.energyBalance().isNegative()).isTrue();
    }
    assertThat(value).isZero();
    assertThat(energy).isZero();
  }

  @Property(tries = 200)
  void doesNotDependOnTheOrderOfBookings(
      @ForAll("batch") List<Booking> batch, @ForAll Random random) {
    List<Booking> shuffled = new ArrayList<>(batch);
    Collections.shuffle(shuffled, random);

    assertThat(Posting.of(shuffled, Map.of())).isEqualTo(Posting.of(batch, Map.of()));
  }

  @Property(tries = 200)
  void theReversedBatchUndoesTheBalances(@ForAll("batch") List<Booking> batch) {
    List<Booking> both = new ArrayList<>(batch);
    batch.forEach(booking -> both.add(reversed(booking)));

    PostingOutcome outcome = Posting.of(both, Map.of());

    assertThat(outcome).isInstanceOf(PostingOutcome.Balanced.class);
    ((PostingOutcome.Balanced) outcome)
        .movements()
        .values()
        .forEach(sums -> {
          assertThat(sums.valueBalance()).isEqualTo(Money.ZERO);
          assertThat(sums.energyBalance()).isEqualTo(Energy.ZERO);
        });
  }

  private static Booking reversed(Booking booking) {
    return new Booking(
        UUID.randomUUID(),
        booking.component(),
        booking.accountingPoint(),
        booking.credit(),
        booking.debit(),
        booking.amount(),
        booking.energy());
  }

  @Provide
  Arbitrary<List<List<Booking>>> batches() {
    return batch().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Booking>> batch() {
    Arbitrary<Integer> account = Arbitraries.integers().between(0, KEYS.size() - 1);
    Arbitrary<Integer> step = Arbitraries.integers().between(1, KEYS.size() - 1);
    Arbitrary<Long> count = Arbitraries.longs().between(0, 1_000_000_000_000L);
    return Combinators.combine(account, step, count, count)
        .as((debit, offset, amount, energy) ->
            new Booking(
                UUID.randomUUID(),
                "ANY",
                "50000000013",
                KEYS.get(debit),
                KEYS.get((debit + offset) % KEYS.size()),
                Money.ofMicroEuro(amount),
                Energy.ofMilliWattHours(energy)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}

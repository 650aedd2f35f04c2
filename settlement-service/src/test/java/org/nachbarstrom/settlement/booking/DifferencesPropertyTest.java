package org.nachbarstrom.settlement.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

class DifferencesPropertyTest {
  private static final AccountingPointId POINT = new AccountingPointId("50000000013");
  private static final LocalDate FROM = LocalDate.of(2026, 3, 28);

  @Property(tries = 300)
  void anySequenceOfVersionsEndsAtTheLastOne(@ForAll("versions") List<Positions> versions) {
    List<Booking> journal = new ArrayList<>();
    for (Positions version : versions) {
      journal.addAll(Differences.between(version, Positions.after(journal)));
    }
    assertThat(Positions.after(journal)).isEqualTo(versions.getLast());
  }

  @Property(tries = 300)
  void repeatingAVersionBooksNothing(@ForAll("versions") List<Positions> versions) {
    Positions last = versions.getLast();
    List<Booking> bookings = Differences.between(last, Positions.NONE);
    assertThat(Differences.between(last, Positions.after(bookings))).isEmpty();
  }

  @Property(tries = 300)
  void everyDifferenceIsZeroSumAndNeverNegative(@ForAll("versions") List<Positions> versions) {
    Positions booked = versions.getFirst();
    List<Booking> bookings = Differences.between(versions.getLast(), booked);
    assertThat(bookings).noneMatch(b -> b.amount().isNegative() || b.energy().isNegative());
    Energy sum =
        Positions.after(bookings).energyBalances().values().stream()
            .reduce(Energy.ZERO, Energy::plus);
    assertThat(sum).isEqualTo(Energy.ZERO);
  }

  @Provide
  Arbitrary<List<Positions>> versions() {
    return position().list().ofMaxSize(12).map(Positions::sum).list().ofMinSize(1).ofMaxSize(6);
  }

  private static Arbitrary<Positions> position() {
    Arbitrary<Account> accounts =
        Arbitraries.of("50000000013/ahrens", "50000000013/becker", "50000000063/pv")
            .map(Account::new);
    Arbitrary<PositionKey> keys =
        Combinators.combine(
                Arbitraries.of(Component.class), accounts, Arbitraries.of("haushalt", "spot"))
            .as((component, account, tariff) ->
                new PositionKey(
                    component, POINT, tariff, FROM, FROM.plusDays(2), account, Account.GRID));
    Arbitrary<Position> positions =
        Combinators.combine(
                Arbitraries.longs().between(0, 50_000_000),
                Arbitraries.longs().between(-9_000_000, 9_000_000))
            .as((energy, amount) ->
                new Position(Energy.ofMilliWattHours(energy), Money.ofMicroEuro(amount)));
    return Combinators.combine(keys, positions).as(Positions::of);
  }
}

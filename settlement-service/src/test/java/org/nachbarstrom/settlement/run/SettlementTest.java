package org.nachbarstrom.settlement.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.booking.Positions;
import org.nachbarstrom.settlement.party.PartyId;
import org.nachbarstrom.settlement.party.PayerAssignment;
import org.nachbarstrom.settlement.party.Payers;

class SettlementTest {
  private static final List<MemberCost> COSTS = List.of(Examples.consumer(), Examples.producer());
  private static final Map<AccountingPointId, Payers> PAYERS =
      Map.of(Examples.CONSUMER, payer("ahrens"), Examples.PRODUCER, payer("pv-nord"));

  @Test
  void agreesWithTheAnnouncedTotals() {
    assertThat(Settlement.check(Examples.announced(2, 19_000_000, 8_000_000), COSTS)).isEmpty();
  }

  @Test
  void stopsAtEachTotalThatDisagreesAndNamesBothNumbers() {
    RunProblem problem =
        Settlement.check(Examples.announced(2, 19_000_001, 8_500_000), COSTS).orElseThrow();
    assertThat(problem.code()).isEqualTo("CONTROL_TOTAL_MISMATCH");
    assertThat(problem.detail())
        .isEqualTo(
            "consumption is announced as 19.000001 kWh but the cost lines make 19.000000 kWh; "
                + "generation is announced as 8.500000 kWh but the cost lines make 8.000000 kWh.");
  }

  @Test
  void stopsAtAMemberTooMany() {
    RunProblem problem =
        Settlement.check(Examples.announced(1, 19_000_000, 8_000_000), COSTS).orElseThrow();
    assertThat(problem.detail()).isEqualTo("1 members are announced but 2 have costs.");
  }

  @Test
  void waitsForEachPointWithoutPayerAndNamesTheDay() {
    Settlement.Outcome outcome = settle(COSTS, Map.of(Examples.PRODUCER, payer("pv-nord")));
    assertThat(outcome)
        .isEqualTo(
            new Settlement.Outcome.Wait(
                List.of(
                    WaitingFor.of(WaitingFor.Code.NO_PAYER, Examples.CONSUMER, Examples.FROM))));
  }

  @Test
  void waitsWhereThePayerChangesWithinThePeriod() {
    LocalDate change = LocalDate.of(2026, 3, 29);
    Payers changing =
        new Payers(
            List.of(
                new PayerAssignment(
                    new PartyId("ahrens"), new DateRange(LocalDate.of(2026, 1, 1), change)),
                new PayerAssignment(new PartyId("becker"), DateRange.startingAt(change))));
    Settlement.Outcome outcome =
        settle(COSTS, Map.of(Examples.CONSUMER, changing, Examples.PRODUCER, payer("pv-nord")));
    assertThat(outcome)
        .isEqualTo(
            new Settlement.Outcome.Wait(
                List.of(
                    WaitingFor.of(
                        WaitingFor.Code.PAYER_CHANGES_WITHIN_PERIOD, Examples.CONSUMER, change))));
  }

  @Test
  void stopsBeforeAnAccountGivesMoreThanItGot() {
    Endpoint consumer = new Endpoint(Examples.CONSUMER.value());
    Endpoint producer = new Endpoint(Examples.PRODUCER.value());
    MemberCost tooMuch =
        new MemberCost(
            Examples.CLOSING,
            Examples.CONSUMER,
            EnergyDirection.CONSUMPTION,
            List.of(
                Examples.line(
                    1,
                    Component.SHARED_ENERGY,
                    Examples.flow(consumer, producer, 825_000, 7_500_000))));
    Settlement.Outcome outcome = settle(List.of(tooMuch, Examples.producer()), PAYERS);
    assertThat(outcome)
        .isEqualTo(
            new Settlement.Outcome.Stop(
                new RunProblem(
                    "ENERGY_OVERDRAWN",
                    "account 50000000063/pv-nord would have given 0.500000 kWh too much.")));
  }

  @Test
  void booksOnTheAccountsOfThosePaying() {
    Settlement.Outcome outcome = settle(COSTS, PAYERS);
    assertThat(outcome).isInstanceOf(Settlement.Outcome.Book.class);
    Settlement.Outcome.Book book = (Settlement.Outcome.Book) outcome;
    assertThat(book.payers())
        .containsEntry(Examples.CONSUMER, new PartyId("ahrens"))
        .containsEntry(Examples.PRODUCER, new PartyId("pv-nord"));
    assertThat(book.bookings())
        .extracting(b -> b.debit().key() + " < " + b.credit().key())
        .containsExactly(
            "50000000063/pv-nord < GRID",
            "GRID < 50000000063/pv-nord",
            "50000000013/ahrens < 50000000063/pv-nord",
            "50000000013/ahrens < GRID",
            "50000000013/ahrens < GRID",
            "50000000013/ahrens < GRID");
  }

  @Test
  void addsLinesThatDifferOnlyInTheirRate() {
    Endpoint consumer = new Endpoint(Examples.CONSUMER.value());
    MemberCost twoRates =
        new MemberCost(
            Examples.CLOSING,
            Examples.CONSUMER,
            EnergyDirection.CONSUMPTION,
            List.of(
                Examples.line(1, Component.VAT, Examples.flow(consumer, Endpoint.GRID, 190_000, 0)),
                Examples.line(
                    2, Component.VAT, Examples.flow(consumer, Endpoint.GRID, 70_000, 0))));
    Settlement.Outcome.Book book = (Settlement.Outcome.Book) settle(List.of(twoRates), PAYERS);
    assertThat(book.bookings())
        .singleElement()
        .satisfies(b -> assertThat(b.amount().microEuro()).isEqualTo(260_000));
  }

  private static Settlement.Outcome settle(
      List<MemberCost> costs, Map<AccountingPointId, Payers> payers) {
    return Settlement.settle(Examples.CLOSING, costs, payers, Positions.NONE);
  }

  private static Payers payer(String party) {
    return new Payers(
        List.of(
            new PayerAssignment(
                new PartyId(party), DateRange.startingAt(LocalDate.of(2026, 1, 1)))));
  }
}

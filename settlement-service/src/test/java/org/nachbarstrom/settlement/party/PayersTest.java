package org.nachbarstrom.settlement.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.DateRange;

class PayersTest {
  private static final LocalDate FROM = LocalDate.of(2026, 3, 28);
  private static final LocalDate TO = LocalDate.of(2026, 3, 30);

  @Test
  void findsThePartyThatPaysForEveryDay() {
    assertThat(payers(assignment("ahrens", "2026-01-01", null)).during(FROM, TO))
        .isEqualTo(new PayerOutcome.Pays(new PartyId("ahrens")));
    assertThat(payers(assignment("ahrens", "2026-03-28", "2026-03-30")).during(FROM, TO))
        .isEqualTo(new PayerOutcome.Pays(new PartyId("ahrens")));
  }

  @Test
  void joinsAssignmentsOfTheSameParty() {
    Payers payers =
        payers(
            assignment("ahrens", "2026-03-29", null),
            assignment("ahrens", "2026-01-01", "2026-03-29"));
    assertThat(payers.during(FROM, TO)).isEqualTo(new PayerOutcome.Pays(new PartyId("ahrens")));
  }

  @Test
  void namesTheFirstDayWithoutPayer() {
    assertThat(Payers.NONE.during(FROM, TO)).isEqualTo(new PayerOutcome.Nobody(FROM));
    assertThat(payers(assignment("ahrens", "2026-03-29", null)).during(FROM, TO))
        .isEqualTo(new PayerOutcome.Nobody(FROM));
    assertThat(payers(assignment("ahrens", "2026-01-01", "2026-03-29")).during(FROM, TO))
        .isEqualTo(new PayerOutcome.Nobody(LocalDate.of(2026, 3, 29)));
    assertThat(payers(assignment("ahrens", "2026-03-30", null)).during(FROM, TO))
        .isEqualTo(new PayerOutcome.Nobody(FROM));
  }

  @Test
  void namesTheDayOnWhichAnotherPartyBegins() {
    Payers payers =
        payers(
            assignment("ahrens", "2026-01-01", "2026-03-29"),
            assignment("becker", "2026-03-29", null));
    assertThat(payers.during(FROM, TO))
        .isEqualTo(new PayerOutcome.Changes(LocalDate.of(2026, 3, 29)));
    assertThat(payers.during(FROM, FROM.plusDays(1)))
        .isEqualTo(new PayerOutcome.Pays(new PartyId("ahrens")));
  }

  @Test
  void refusesTwoPayersOnOneDay() {
    PayerAssignment first = assignment("ahrens", "2026-01-01", "2026-03-30");
    PayerAssignment second = assignment("becker", "2026-03-29", null);
    assertThatThrownBy(() -> payers(second, first)).hasMessageContaining("2026-03-29");
  }

  private static Payers payers(PayerAssignment... assignments) {
    return new Payers(List.of(assignments));
  }

  private static PayerAssignment assignment(String party, String from, @Nullable String to) {
    return new PayerAssignment(
        new PartyId(party),
        new DateRange(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
  }
}

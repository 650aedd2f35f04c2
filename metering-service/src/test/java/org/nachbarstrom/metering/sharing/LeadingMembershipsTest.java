package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;

class LeadingMembershipsTest {
  private static final AccountingPointId POINT = new AccountingPointId("50000000013");
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  /** A membership in revisions 1 to the last one of as many as the community has. */
  private static RecordedMembership membership(
      String community, int first, int last, int latest, DateRange valid) {
    // Revision n of any community is recorded at second n, except that "b" is later by half of it.
    Instant recorded = Instant.ofEpochSecond(first, community.equals("b") ? 500_000_000 : 0);
    return new RecordedMembership(community, POINT, valid, first, last, latest, recorded);
  }

  private static DateRange days(LocalDate from, @Nullable LocalDate to) {
    return new DateRange(from, to);
  }

  private static List<String> leading(LocalDate day, RecordedMembership... memberships) {
    LeadingMemberships leading = new LeadingMemberships(List.of(memberships));
    return Stream.of("a", "b", "c").filter(id -> leading.leads(id, POINT, day)).toList();
  }

  @Test
  void leadsWhereverItIsIfItIsInOneCommunityOnly() {
    assertThat(new LeadingMemberships(List.of()).leads("a", POINT, JANUARY)).isTrue();
  }

  @Test
  void leadsInTheCommunityThatRecordedItFirst() {
    assertThat(
            leading(
                MARCH,
                membership("b", 1, 1, 1, days(JANUARY, null)),
                membership("a", 2, 2, 2, days(JANUARY, null))))
        .containsExactly("b");
  }

  @Test
  void leadsInTheLowerIdOfTwoRecordedAtTheSameInstant() {
    assertThat(
            leading(
                MARCH,
                membership("c", 1, 1, 1, days(JANUARY, null)),
                membership("a", 1, 1, 1, days(JANUARY, null))))
        .containsExactly("a");
  }

  @Test
  void isTakenOverFromTheDayOnWhichThePointLeavesTheFirst() {
    RecordedMembership[] memberships = {
      membership("a", 1, 1, 2, days(JANUARY, null)),
      membership("a", 2, 2, 2, days(JANUARY, MARCH)),
      membership("b", 1, 1, 1, days(JANUARY, null))
    };
    assertThat(leading(MARCH.minusDays(1), memberships)).containsExactly("a");
    assertThat(leading(MARCH, memberships)).containsExactly("b");
  }

  @Test
  void isNotTakenBackByComingBack() {
    assertThat(
            leading(
                MARCH,
                membership("a", 1, 1, 3, days(JANUARY, null)),
                membership("a", 3, 3, 3, days(JANUARY, null)),
                membership("b", 1, 1, 1, days(JANUARY, null))))
        .containsExactly("b");
  }

  @Test
  void countsEachDayFromWhenItWasRecordedThoughTheMembershipIsOlder() {
    // a knew January to March in its first revision, and June only in its second, after b.
    RecordedMembership[] memberships = {
      membership("a", 1, 1, 2, days(JANUARY, MARCH)),
      membership("a", 2, 2, 2, days(JANUARY, null)),
      membership("b", 1, 1, 1, days(JANUARY, null))
    };
    assertThat(leading(JANUARY, memberships)).containsExactly("a");
    assertThat(leading(JUNE, memberships)).containsExactly("b");
  }
}

package org.nachbarstrom.metering.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;

class CommunityRulesTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final String FIRST = "50000000013";
  private static final String SECOND = "50000000021";
  private static final List<SharingKey> STATIC =
      List.of(new SharingKey(DateRange.startingAt(JANUARY), KeyMethod.STATIC));
  private static final List<SharingKey> PROPORTIONAL =
      List.of(new SharingKey(DateRange.startingAt(JANUARY), KeyMethod.PROPORTIONAL));

  private static Member consumer(String point, DateRange valid, @Nullable String share) {
    return new Member(
        new AccountingPointId(point),
        EnergyDirection.CONSUMPTION,
        valid,
        share == null ? null : new BigDecimal(share));
  }

  private static Member producer(String point, DateRange valid, @Nullable String share) {
    return new Member(
        new AccountingPointId(point),
        EnergyDirection.GENERATION,
        valid,
        share == null ? null : new BigDecimal(share));
  }

  private static List<String> errors(List<SharingKey> keys, Member... members) {
    return CommunityRules.check(keys, List.of(members)).stream()
        .map(error -> error.pointer() + " " + error.code())
        .toList();
  }

  @Test
  void acceptsAMemberWhoLeavesAndComesBack() {
    assertThat(
            errors(
                PROPORTIONAL,
                consumer(FIRST, new DateRange(JANUARY, MARCH), null),
                consumer(FIRST, DateRange.startingAt(MARCH), null),
                producer(SECOND, DateRange.startingAt(JANUARY), null)))
        .isEmpty();
  }

  @Test
  void refusesOverlappingKeysAndMemberships() {
    List<SharingKey> keys =
        List.of(
            new SharingKey(DateRange.startingAt(JANUARY), KeyMethod.PROPORTIONAL),
            new SharingKey(DateRange.startingAt(MARCH), KeyMethod.PROPORTIONAL));
    assertThat(
            errors(
                keys,
                consumer(FIRST, DateRange.startingAt(JANUARY), null),
                consumer(FIRST, DateRange.startingAt(MARCH), null)))
        .containsExactly("/keys/1 OVERLAPS", "/members/1 OVERLAPS");
  }

  @Test
  void refusesAPointInBothDirections() {
    assertThat(
            errors(
                PROPORTIONAL,
                consumer(FIRST, new DateRange(JANUARY, MARCH), null),
                producer(FIRST, DateRange.startingAt(MARCH), null)))
        .containsExactly("/members/1/direction DIRECTION_DIFFERS");
  }

  @Test
  void needsASharePerConsumerUnderAStaticKeyOnly() {
    assertThat(errors(STATIC, consumer(FIRST, DateRange.startingAt(JANUARY), null)))
        .containsExactly("/members/0/sharePercent REQUIRED");
    assertThat(errors(PROPORTIONAL, consumer(FIRST, DateRange.startingAt(JANUARY), null)))
        .isEmpty();
    assertThat(errors(STATIC, producer(FIRST, DateRange.startingAt(JANUARY), "10")))
        .containsExactly("/members/0/sharePercent NOT_ALLOWED");
  }

  @Test
  void refusesSharesOutOfRangeOrTooFine() {
    for (String share : List.of("-1", "100.000001", "0.0000001")) {
      assertThat(errors(STATIC, consumer(FIRST, DateRange.startingAt(JANUARY), share)))
          .containsExactly("/members/0/sharePercent OUT_OF_RANGE");
    }
    assertThat(errors(STATIC, consumer(FIRST, DateRange.startingAt(JANUARY), "0.000001")))
        .isEmpty();
  }

  @Test
  void refusesADayOnWhichSharesExceedAHundredPercent() {
    assertThat(
            errors(
                STATIC,
                consumer(FIRST, DateRange.startingAt(JANUARY), "60"),
                consumer(SECOND, DateRange.startingAt(MARCH), "40.000001")))
        .containsExactly("/members SHARES_EXCEED_100");
    assertThat(
            errors(
                STATIC,
                consumer(FIRST, new DateRange(JANUARY, MARCH), "60"),
                consumer(SECOND, DateRange.startingAt(MARCH), "100")))
        .isEmpty();
  }

  @Test
  void needsAKey() {
    assertThat(errors(List.of())).containsExactly("/keys REQUIRED");
  }

  private static Member inGroup(String point, int group, @Nullable String share) {
    return new Member(
        new AccountingPointId(point),
        EnergyDirection.CONSUMPTION,
        DateRange.startingAt(JANUARY),
        share == null ? null : new BigDecimal(share),
        group,
        Member.FULL_PARTICIPATION);
  }

  @Test
  void checksGroupsAndSharesOfACascade() {
    List<SharingKey> cascade =
        List.of(
            new SharingKey(
                DateRange.startingAt(JANUARY),
                KeyMethod.CASCADE,
                List.of(KeyMethod.STATIC, KeyMethod.EQUAL)));
    assertThat(errors(cascade, inGroup(FIRST, 1, "100"), inGroup(SECOND, 2, null))).isEmpty();
    assertThat(errors(cascade, inGroup(FIRST, 0, null), inGroup(SECOND, 3, null)))
        .containsExactly("/members/0/group REQUIRED", "/members/1/group OUT_OF_RANGE");
    assertThat(errors(cascade, inGroup(FIRST, 1, null)))
        .containsExactly("/members/0/sharePercent REQUIRED");
    assertThat(errors(cascade, inGroup(FIRST, 1, "60"), inGroup(SECOND, 1, "40.000001")))
        .containsExactly("/members SHARES_EXCEED_100");
  }

  @Test
  void refusesGroupsWithoutCascadeAndCascadesWithoutGroups() {
    DateRange always = DateRange.startingAt(JANUARY);
    Member anybody = consumer(FIRST, always, null);
    assertThat(
            errors(
                List.of(new SharingKey(always, KeyMethod.EQUAL, List.of(KeyMethod.EQUAL))),
                anybody))
        .containsExactly("/keys/0/groups NOT_ALLOWED");
    assertThat(
            errors(
                List.of(new SharingKey(always, KeyMethod.CASCADE, List.of())),
                inGroup(FIRST, 1, null)))
        .containsExactly("/keys/0/groups REQUIRED", "/members/0/group OUT_OF_RANGE");
  }

  @Test
  void refusesMoreThanAllOfAPointsEnergyAndMoreThanFiveCommunities() {
    Member most = part(FIRST, DateRange.startingAt(JANUARY), 70);
    Member later = part(FIRST, new DateRange(MARCH, MARCH.plusDays(1)), 31);
    assertThat(Participation.check(List.of(most), List.of(later)))
        .extracting(error -> error.pointer() + " " + error.code())
        .containsExactly("/members/0/participationPercent PARTICIPATION_EXCEEDED");
    assertThat(
            Participation.check(
                List.of(most), List.of(part(FIRST, new DateRange(MARCH, null), 30))))
        .isEmpty();
    Member before = part(FIRST, new DateRange(JANUARY.minusDays(9), JANUARY), 100);
    assertThat(Participation.check(List.of(most), List.of(before))).isEmpty();
    Member tenth = part(FIRST, DateRange.startingAt(JANUARY), 10);
    assertThat(Participation.check(List.of(tenth), List.of(tenth, tenth, tenth, tenth))).isEmpty();
    assertThat(Participation.check(List.of(tenth), List.of(tenth, tenth, tenth, tenth, tenth)))
        .hasSize(1);
  }

  private static Member part(String point, DateRange valid, int percent) {
    return new Member(
        new AccountingPointId(point), EnergyDirection.CONSUMPTION, valid, null, 0, percent);
  }
}

package org.nachbarstrom.edifact.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.subscription.ReportPlan.Planned;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MarketPartnerCode;

class ReportPlanTest {
  private static final LocalDate FROM = LocalDate.parse("2026-03-01");
  private static final LocalDate MIDDLE = LocalDate.parse("2026-03-16");
  private static final LocalDate TO = LocalDate.parse("2026-04-01");
  private static final String SUPPLIER = "9900000000029";
  private static final String OTHER = "9900000000037";

  private final ClosingVersion closing = closing("sonnenweg");

  @Test
  void cancelsOnlyAtThePartnerWhoGotIt() {
    Report before = sent("a", SUPPLIER, closing, "50000000013 1-1:1.9.0 " + span(FROM, TO) + "=1");
    List<Planned> planned =
        plan(List.of(shared("a", OTHER)), List.of(before), List.of(), member(FROM, TO));
    assertThat(planned).hasSize(1);
    assertThat(planned.getFirst().route().partner().value()).isEqualTo(OTHER);
    assertThat(planned.getFirst().draft().cancels()).isEmpty();
    assertThat(planned.getFirst().findings()).isEmpty();
  }

  @Test
  void refusesASecondQuantityOfARegisterAtThePartner() {
    Subscription residual = of("b", SUPPLIER, SubscribedQuantity.RESIDUAL);
    List<Planned> planned =
        plan(List.of(shared("a", SUPPLIER), residual), List.of(), List.of(), member(FROM, TO));
    assertThat(planned).extracting(one -> one.findings().size()).containsExactly(0, 1);
    assertThat(planned.get(1).findings().getFirst()).contains("subscription a");
  }

  @Test
  void keepsWhatThePartnerHasWhenANewSubscriptionWantsItsPlace() {
    Report before = sent("z", SUPPLIER, closing, "50000000013 1-1:1.9.0 " + span(FROM, TO) + "=4");
    List<Planned> planned =
        plan(
            List.of(of("b", SUPPLIER, SubscribedQuantity.RESIDUAL), shared("z", SUPPLIER)),
            List.of(before),
            List.of(),
            member(FROM, TO));
    assertThat(planned).extracting(one -> one.subscription().value()).containsExactly("b");
    assertThat(planned.getFirst().findings()).hasSize(1);
  }

  @Test
  void putsNothingInPlaceOfWhatADeletedSubscriptionLeft() {
    Report before =
        sent("gone", SUPPLIER, closing, "50000000013 1-1:1.9.0 " + span(FROM, TO) + "=4");
    List<Planned> planned =
        plan(List.of(shared("a", SUPPLIER)), List.of(before), List.of(), member(FROM, TO));
    assertThat(planned.getFirst().findings().getFirst()).contains("subscription gone");
  }

  @Test
  void refusesTheSecondCommunityOfAPointForTheSameDaysOnly() {
    ClosingVersion other = closing("mondweg");
    String days = "50000000013 1-1:1.9.0 " + span(FROM, MIDDLE) + "=9";
    List<Report> elsewhere = List.of(sent("a", SUPPLIER, other, days));
    assertThat(plan(List.of(shared("a", SUPPLIER)), List.of(), elsewhere, member(FROM, TO)))
        .singleElement()
        .satisfies(one -> assertThat(one.findings().getFirst()).contains(other.id().toString()));
    assertThat(plan(List.of(shared("a", SUPPLIER)), List.of(), elsewhere, member(MIDDLE, TO)))
        .singleElement()
        .satisfies(one -> assertThat(one.findings()).isEmpty());
    assertThat(plan(List.of(shared("a", OTHER)), List.of(), elsewhere, member(FROM, TO)))
        .singleElement()
        .satisfies(one -> assertThat(one.findings()).isEmpty());
  }

  @Test
  void refusesToPassTheRestOfAPartOffAsTheRestOfThePoint() {
    MemberQuantities part =
        new MemberQuantities(
            new AccountingPointId("50000000013"),
            EnergyDirection.CONSUMPTION,
            false,
            List.of(new MemberSpan(FROM, TO, 4_000, 6_000, true)));
    Subscription residual = of("b", OTHER, SubscribedQuantity.RESIDUAL);
    List<Planned> planned =
        plan(List.of(shared("a", SUPPLIER), residual), List.of(), List.of(), part);
    assertThat(planned).extracting(one -> one.findings().size()).containsExactly(0, 1);
    assertThat(planned.get(1).findings().getFirst()).contains("part of the point's energy");
  }

  private List<Planned> plan(
      List<Subscription> subscriptions,
      List<Report> standing,
      List<Report> elsewhere,
      MemberQuantities member) {
    return new ReportPlan(closing, List.of(member), subscriptions, standing).planned(elsewhere);
  }

  private static Subscription shared(String id, String partner) {
    return of(id, partner, SubscribedQuantity.SHARED);
  }

  private static Subscription of(String id, String partner, SubscribedQuantity quantity) {
    return new Subscription(
        new SubscriptionId(id),
        new MarketPartnerCode(partner),
        new MarketPartnerCode("9900000000011"),
        quantity,
        Optional.empty(),
        Set.of(new AccountingPointId("50000000013")),
        Optional.empty(),
        Optional.empty(),
        new DateRange(FROM, null));
  }

  /** 4 Wh shared and 6 Wh from the grid. */
  private static MemberQuantities member(LocalDate from, LocalDate to) {
    return new MemberQuantities(
        new AccountingPointId("50000000013"),
        EnergyDirection.CONSUMPTION,
        false,
        List.of(new MemberSpan(from, to, 4_000, 6_000, false)));
  }

  private static Report sent(String id, String partner, ClosingVersion closing, String content) {
    return new Report(
        new SubscriptionId(id),
        closing.id(),
        1,
        "50000000013",
        new Route(new MarketPartnerCode("9900000000011"), new MarketPartnerCode(partner)),
        content,
        "NS000000000001",
        "",
        Optional.of(UUID.randomUUID()),
        List.of(),
        Instant.parse("2026-04-02T08:00:00Z"));
  }

  private static ClosingVersion closing(String community) {
    return new ClosingVersion(
        UUID.randomUUID(),
        2,
        community,
        ZoneId.of("Europe/Berlin"),
        FROM,
        TO,
        start(FROM),
        start(TO));
  }

  private static String span(LocalDate from, LocalDate to) {
    return start(from) + "/" + start(to);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
  }
}

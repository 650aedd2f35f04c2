package org.nachbarstrom.metering.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.closing.Reproduction.Check;
import org.nachbarstrom.metering.closing.Reproduction.Difference;
import org.nachbarstrom.metering.closing.Reproduction.Part;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;

/** Sums hold a version together when its values are gone. */
class VersionChecksTest {
  private static final AccountingPointId CONSUMER = new AccountingPointId("50000000013");
  private static final AccountingPointId PRODUCER = new AccountingPointId("50000000063");
  private static final ControlTotals TOTALS = new ControlTotals(100, 30, 70, 40, 10);

  /** The consumer used 100, of which the producer gave 30 of its 40. */
  private static ClosingVersion version(long exchanged, ControlTotals totals) {
    return new ClosingVersion(
        1,
        ZoneId.of("Europe/Berlin"),
        new Interval(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")),
        Instant.parse("2026-04-01T00:00:00Z"),
        false,
        InputsForm.LISTED,
        "0".repeat(64),
        totals,
        List.of(
            new ClosingVersion.MemberTotal(CONSUMER, EnergyDirection.CONSUMPTION, 100, 30),
            new ClosingVersion.MemberTotal(PRODUCER, EnergyDirection.GENERATION, 40, 30)),
        List.of(new ClosingVersion.Exchange(CONSUMER, PRODUCER, exchanged)));
  }

  private static List<Check> sums(ClosingVersion version, long listed) {
    return new VersionChecks(version).againstSums(Map.of(CONSUMER, listed, PRODUCER, 40L));
  }

  @Test
  void findsNothingWhereAllSumsAgree() {
    assertThat(sums(version(30, TOTALS), 100)).allMatch(Check::equal).hasSize(3);
  }

  @Test
  void namesTheSumThatDiffers() {
    assertThat(sums(version(30, TOTALS), 99).getFirst())
        .isEqualTo(
            new Check(Part.MEMBERS, 1, List.of(new Difference(CONSUMER.value(), "100", "99"))));
    // What was exchanged is wrong on both sides.
    assertThat(sums(version(29, TOTALS), 100).get(1))
        .isEqualTo(
            new Check(
                Part.EXCHANGES,
                2,
                List.of(
                    new Difference(CONSUMER.value(), "29", "30"),
                    new Difference(PRODUCER.value(), "29", "30"))));
    assertThat(sums(version(30, new ControlTotals(101, 30, 71, 40, 10)), 100).getLast().equal())
        .isFalse();
  }
}

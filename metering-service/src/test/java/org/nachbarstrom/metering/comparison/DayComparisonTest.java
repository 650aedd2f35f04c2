package org.nachbarstrom.metering.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityDay;
import org.nachbarstrom.metering.sharing.KeyMethod;
import org.nachbarstrom.metering.sharing.Member;
import org.nachbarstrom.metering.sharing.SharingKey;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * Every quarter-hour of the day: A uses 0.4 and B 0.6 kWh, roofs give 0.5 and 0.3. By consumption A
 * gets 0.8 · 0.4 = 0.32 and B 0.48. The last value of A is missing.
 */
class DayComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Instant START = Instant.parse("2026-05-31T22:00:00Z");
  private static final String A = "50000000013";
  private static final String B = "50000000021";
  private static final String SMALL_ROOF = "50000000071";

  private final Map<SeriesKey, DayBlockAssembly> values = new HashMap<>();
  private final StringBuilder file =
      new StringBuilder("interval_start,accounting_point,consumption_kwh,allocated_kwh\n");

  private @Nullable BigDecimal share;

  private Member member(String point, EnergyDirection direction, int count, long energy) {
    @Nullable BigDecimal percent = direction == EnergyDirection.CONSUMPTION ? share : null;
    Member member =
        new Member(new AccountingPointId(point), direction, DateRange.startingAt(DAY), percent);
    values
        .computeIfAbsent(member.series(), any -> new DayBlockAssembly())
        .add(
            START,
            Collections.nCopies(count, energy),
            List.of(new QualityRun(ValueQuality.MEASURED, count)));
    return member;
  }

  private CommunityDay day() {
    Community community =
        new Community(
            "c",
            "C",
            ZoneId.of("Europe/Berlin"),
            List.of(new SharingKey(DateRange.startingAt(DAY), KeyMethod.PROPORTIONAL)),
            List.of(
                member(A, EnergyDirection.CONSUMPTION, 95, 400_000),
                member(B, EnergyDirection.CONSUMPTION, 96, 600_000),
                member("50000000063", EnergyDirection.GENERATION, 96, 500_000),
                member(SMALL_ROOF, EnergyDirection.GENERATION, 96, 300_000)));
    Map<SeriesKey, Map<LocalDate, DayBlock>> blocks = new HashMap<>();
    values.forEach((key, assembly) ->
        blocks.put(
            key,
            assembly.blocks().stream()
                .collect(Collectors.toMap(DayBlock::day, Function.identity()))));
    return CommunityDay.of(community.rosterOn(DAY), new SeriesSnapshot(blocks));
  }

  private void line(int interval, String point, String consumption, String allocated) {
    file.append(START.plusSeconds(900L * interval))
        .append(',')
        .append(String.join(",", point, consumption, allocated))
        .append('\n');
  }

  private void both(int interval, String first, String second) {
    line(interval, A, "", first);
    line(interval, B, "", second);
  }

  private ComparisonTally compare() {
    ComparisonTally tally = new ComparisonTally();
    new DayComparison(day(), read(file.toString())).tell(tally);
    return tally;
  }

  @Test
  void namesTheLikelyCauseOfEachDifference() {
    both(0, "0.320001", "0.479999");
    // Without the small roof 0.5 · 0.4 and 0.5 · 0.6.
    both(1, "0.2", "0.3");
    // With 0.9 kWh.
    both(2, "0.36", "0.54");
    // 0.8 in equal parts.
    both(3, "0.4", "0.4");
    line(4, A, "", "0.4");
    line(5, A, "0.5", "0.36");
    line(5, B, "0.6", "0.44");
    both(6, "0.1", "0.1");
    for (int interval = 7; interval < 96; interval++) {
      both(interval, "0.32", "0.48");
    }
    ComparisonTally tally = compare();
    assertThat(
            tally.differences().stream()
                .filter(difference -> difference.accountingPoint().value().equals(B))
                .map(difference -> difference.cause() + " " + difference.concerned()))
        .containsExactly(
            "MISSING_PRODUCER " + SMALL_ROOF,
            "OTHER_GENERATION null",
            "OTHER_KEY EQUAL",
            "MEMBERSHIP_DATE " + B,
            "METERED_VALUE " + A,
            "UNEXPLAINED null",
            "NOT_ALLOCATED null");
    assertMemberB(tally.members().stream().toList().getLast());
  }

  @Test
  void explainsWithoutFixedSharesThatExceedTheWhole() {
    share = new BigDecimal("60");
    both(0, "0.1", "0.1");
    assertThat(compare().differences().getFirst().cause()).isEqualTo(Cause.UNEXPLAINED);
  }

  /** His: 0.479999 + 0.3 + 0.54 + 0.4 + 0 + 0.44 + 0.1 + 89 · 0.48; ours 95 · 0.48. */
  private static void assertMemberB(ComparisonTally.MemberComparison member) {
    assertThat(member.cells()).isEqualTo(96);
    assertThat(member.operatorTotal()).isEqualTo(44_979_999);
    assertThat(member.oursTotal()).isEqualTo(45_600_000);
    ComparisonTally.CauseCount rounding =
        Objects.requireNonNull(member.causes().get(Cause.ROUNDING));
    assertThat(rounding.cells()).isEqualTo(1);
    assertThat(rounding.milliWattHours()).isEqualTo(1);
  }

  @Test
  void readsAFileOfOurOwnFormAndPassesOverProducers() {
    OperatorFile read =
        read(
            """
            interval_start,accounting_point,consumption_kwh,share_kwh,allocated_kwh,surplus_kwh
            2026-05-31T22:00:00Z,50000000013,0.4,0.32,0.32,
            2026-05-31T22:00:00Z,50000000063,,,,0.5
            """);
    assertThat(read.at(START))
        .isEqualTo(Map.of(new AccountingPointId(A), new OperatorCell(320_000, 400_000L)));
  }

  @Test
  void namesLineAndColumnOfEverythingUnreadable() {
    assertErrors(
        """
        interval_start,accounting_point,allocated_kwh
        2026-05-31T22:00:00Z,50000000013,0.1
        yesterday,50000000013,0.1
        2026-05-31T22:05:00Z,50000000013,0.1
        2026-05-31T22:15:00Z,50000000014,0.1
        2026-05-31T22:15:00Z,50000000013,0.0000001
        2026-05-31T22:15:00Z,50000000013,-1
        2026-05-31T22:00:00Z,50000000013,0.2
        """,
        "/lines/3/interval_start UNREADABLE",
        "/lines/4/interval_start MISALIGNED",
        "/lines/5/accounting_point UNREADABLE",
        "/lines/6/allocated_kwh UNREADABLE",
        "/lines/7/allocated_kwh NEGATIVE",
        "/lines/8/interval_start TWICE");
    assertErrors(
        "a,accounting_point\n",
        "/lines/1/interval_start REQUIRED",
        "/lines/1/allocated_kwh REQUIRED");
  }

  private static OperatorFile read(String text) {
    return OperatorFile.read(UploadKind.CSV, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertErrors(String text, String... expected) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(error -> error.pointer() + " " + error.code())
                    .containsExactly(expected));
  }
}

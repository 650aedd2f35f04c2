package org.nachbarstrom.metering.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Both clock-change days: 92 and 100 quarter-hours. */
class ClosingComputationTest {
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
  private static final AccountingPointId CONSUMER = new AccountingPointId("50000000013");
  private static final AccountingPointId PRODUCER = new AccountingPointId("50000000063");
  private static final SeriesKey CONSUMPTION = new SeriesKey(CONSUMER, EnergyDirection.CONSUMPTION);
  private static final SeriesKey GENERATION = new SeriesKey(PRODUCER, EnergyDirection.GENERATION);

  private final Map<SeriesKey, DayBlockAssembly> values = new HashMap<>();
  private BiPredicate<AccountingPointId, LocalDate> leading = (point, day) -> true;

  private static Community community(LocalDate keyFrom, LocalDate memberFrom) {
    return new Community(
        "sonnenweg",
        "Sonnenweg",
        ZoneId.of("Europe/Berlin"),
        List.of(new SharingKey(DateRange.startingAt(keyFrom), KeyMethod.PROPORTIONAL)),
        List.of(
            new Member(
                PRODUCER, EnergyDirection.GENERATION, DateRange.startingAt(memberFrom), null),
            new Member(
                CONSUMER, EnergyDirection.CONSUMPTION, DateRange.startingAt(memberFrom), null)));
  }

  private void put(SeriesKey key, Instant start, int count, long energy) {
    put(key, start, new QualityRun(ValueQuality.MEASURED, count), energy);
  }

  private void put(SeriesKey key, Instant start, QualityRun quality, long energy) {
    values
        .computeIfAbsent(key, any -> new DayBlockAssembly())
        .add(start, Collections.nCopies(quality.count(), energy), List.of(quality));
  }

  private ClosingComputation compute(Community community, LocalDate... days) {
    Map<SeriesKey, Map<LocalDate, DayBlock>> blocks = new HashMap<>();
    values.forEach((key, assembly) ->
        blocks.put(
            key,
            assembly.blocks().stream()
                .collect(Collectors.toMap(DayBlock::day, Function.identity()))));
    SeriesSnapshot snapshot = new SeriesSnapshot(blocks);
    ClosingComputation computation = new ClosingComputation(leading, InputsForm.STREAMED);
    for (LocalDate day : days) {
      computation.add(List.of(CommunityDay.of(community.rosterOn(day), snapshot)));
    }
    return computation;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
  }

  @Test
  void addsUpDaysOfNinetyTwoAndAHundredQuarterHours() {
    Community community = community(SPRING, SPRING);
    put(CONSUMPTION, startOf(SPRING), 92, 10);
    put(GENERATION, startOf(SPRING), 92, 4);
    put(CONSUMPTION, startOf(AUTUMN), 100, 3);
    put(GENERATION, startOf(AUTUMN), 100, 5);
    ClosingComputation computation = compute(community, SPRING, AUTUMN);
    assertThat(computation.waitingFor()).isEmpty();
    List<MemberEnergy> members = computation.members();
    // Spring: all 4 are used of 10. Autumn: all 3 are covered, 2 of 5 are surplus.
    assertThat(members.getFirst().days())
        .containsExactly(
            new MemberEnergy.Day(SPRING, 920, 368), new MemberEnergy.Day(AUTUMN, 300, 300));
    assertThat(members.getFirst().suppliers())
        .isEqualTo(
            Map.of(
                PRODUCER,
                List.of(
                    new MemberEnergy.Quantity(SPRING, 368),
                    new MemberEnergy.Quantity(AUTUMN, 300))));
    assertThat(members.getLast().days())
        .containsExactly(
            new MemberEnergy.Day(SPRING, 368, 368), new MemberEnergy.Day(AUTUMN, 500, 300));
    assertThat(ControlTotals.of(computation.totals()))
        .isEqualTo(new ControlTotals(1_220, 668, 552, 868, 200));
  }

  @Test
  void tellsAdjacentMissingQuarterHoursAsOneGapAcrossDays() {
    Community community = community(SPRING.minusDays(1), SPRING.minusDays(1));
    put(GENERATION, startOf(SPRING.minusDays(1)), 188, 1);
    put(CONSUMPTION, startOf(SPRING.minusDays(1)), 94, 1);
    put(CONSUMPTION, startOf(SPRING).plusSeconds(900), 91, 1);
    ClosingComputation computation = compute(community, SPRING.minusDays(1), SPRING);
    assertThat(computation.waitingFor())
        .containsExactly(
            new WaitingReason(
                WaitingReason.Code.SERIES_GAP,
                CONSUMER,
                new Interval(
                    Instant.parse("2026-03-28T22:30:00Z"), Instant.parse("2026-03-28T23:15:00Z")),
                3));
  }

  @Test
  void settlesProvisionalValuesProvisionallyAndUnusableOnesNotAtAll() {
    Community community = community(SPRING, SPRING);
    put(GENERATION, startOf(SPRING), 92, 1);
    put(CONSUMPTION, startOf(SPRING), 91, 1);
    Instant last = startOf(SPRING).plusSeconds(91 * 900);
    put(CONSUMPTION, last, new QualityRun(ValueQuality.PROVISIONAL, 1), 1);
    ClosingComputation computation = compute(community, SPRING);
    assertThat(computation.waitingFor()).isEmpty();
    assertThat(computation.members())
        .extracting(MemberEnergy::provisional)
        .containsExactly(true, false);
    values.remove(CONSUMPTION);
    put(CONSUMPTION, startOf(SPRING), 91, 1);
    put(CONSUMPTION, last, new QualityRun(ValueQuality.UNUSABLE, 1), 1);
    assertThat(compute(community, SPRING).waitingFor())
        .extracting(WaitingReason::code)
        .containsExactly(WaitingReason.Code.SERIES_GAP);
  }

  @Test
  void waitsForAKeyAndForMembers() {
    put(CONSUMPTION, startOf(SPRING), 92, 1);
    put(GENERATION, startOf(SPRING), 92, 1);
    assertThat(compute(community(AUTUMN, SPRING), SPRING).waitingFor())
        .extracting(WaitingReason::code)
        .containsExactly(WaitingReason.Code.NO_KEY);
    assertThat(compute(community(SPRING, AUTUMN), SPRING).waitingFor())
        .extracting(WaitingReason::code)
        .containsExactly(WaitingReason.Code.NO_MEMBER);
  }

  @Test
  void marksDaysOnWhichWhatIsDueOnceIsCountedElsewhere() {
    Community community = community(SPRING, SPRING);
    put(CONSUMPTION, startOf(SPRING), 92, 10);
    put(GENERATION, startOf(SPRING), 92, 4);
    put(CONSUMPTION, startOf(AUTUMN), 100, 3);
    put(GENERATION, startOf(AUTUMN), 100, 5);
    leading = (point, day) -> !point.equals(CONSUMER) || day.equals(AUTUMN);
    ClosingComputation computation = compute(community, SPRING, AUTUMN);
    assertThat(computation.members().getFirst().days())
        .extracting(MemberEnergy.Day::leading)
        .containsExactly(false, true);
    assertThat(computation.members().getLast().days())
        .extracting(MemberEnergy.Day::leading)
        .containsExactly(true, true);
    String hash = computation.inputsSha256();
    leading = (point, day) -> true;
    assertThat(compute(community, SPRING, AUTUMN).inputsSha256())
        .as("it changes the result")
        .isNotEqualTo(hash);
  }

  @Test
  void hashesTheSameInputsTheSameAndOthersOtherwise() {
    Community community = community(SPRING, SPRING);
    put(CONSUMPTION, startOf(SPRING), 92, 10);
    put(GENERATION, startOf(SPRING), 91, 4);
    put(GENERATION, startOf(SPRING).plusSeconds(91 * 900), 1, 4);
    String hash = compute(community, SPRING).inputsSha256();
    assertThat(compute(community, SPRING).inputsSha256()).isEqualTo(hash);
    values.remove(GENERATION);
    put(GENERATION, startOf(SPRING), 91, 4);
    put(GENERATION, startOf(SPRING).plusSeconds(91 * 900), 1, 5);
    assertThat(compute(community, SPRING).inputsSha256()).isNotEqualTo(hash);
  }

  /**
   * Both hashes were calculated by a script of its own from the forms as they are described: C has
   * 90 times 10 measured, 7 as a substitute and 3 provisional, G 92 times 4 measured.
   */
  @Test
  void hashesInputsInTheirDescribedForms() {
    Community community = community(SPRING, SPRING);
    put(CONSUMPTION, startOf(SPRING), 90, 10);
    Instant last = startOf(SPRING).plusSeconds(90 * 900);
    put(CONSUMPTION, last, new QualityRun(ValueQuality.SUBSTITUTE, 1), 7);
    put(CONSUMPTION, last.plusSeconds(900), new QualityRun(ValueQuality.PROVISIONAL, 1), 3);
    put(GENERATION, startOf(SPRING), 92, 4);
    leading = (point, day) -> !point.equals(CONSUMER);
    ClosingComputation computation = compute(community, SPRING);
    assertThat(computation.inputs().getFirst().days())
        .containsExactly(
            new MemberInputs.Day(
                SPRING,
                "0",
                false,
                null,
                910,
                "09fa4128c86c54e3de5a28a3b0407123d7c295414f92d61d2c6d7e28c29780d6"));
    assertThat(computation.inputs().getLast().sha256())
        .isEqualTo("139bd2d1cb35cc980943a15cde3c94a5e8f2adfbdf233d0f10d977cb5df74da6");
    assertThat(computation.inputsSha256())
        .isEqualTo("155347311fca961d77ed4cdf7ab5a735121ff8c5f4c69d91cbf6144cb17e219c");
    assertThat(computation.streamedSha256())
        .as("of versions before inputs were listed")
        .contains("59e7173aaef3deae850f33f8609c3ebf5f743148b1fc7d7a595bdfc63898e183");
  }
}

package org.nachbarstrom.metering.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

class DayBlockAssemblyTest {
  private static final SeriesKey KEY =
      new SeriesKey(new AccountingPointId("50000000013"), EnergyDirection.CONSUMPTION);
  private static final DeliveryCalendar BERLIN = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));
  private static final Instant MIDNIGHT = Instant.parse("2026-03-28T00:00:00Z");

  private final DayBlockAssembly assembly = new DayBlockAssembly();

  private static List<QualityRun> measured(int count) {
    return List.of(new QualityRun(ValueQuality.MEASURED, count));
  }

  private SeriesSnapshot snapshot() {
    return new SeriesSnapshot(
        Map.of(
            KEY,
            assembly.blocks().stream()
                .collect(Collectors.toMap(DayBlock::day, Function.identity()))));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-28,96", "2026-03-29,92", "2026-10-25,100"})
  void cutsLocalDaysIntoUtcDaysAndBack(LocalDate day, int quarterHours) {
    Interval interval = BERLIN.of(day);
    assembly.add(interval.start(), Collections.nCopies(quarterHours, 7L), measured(quarterHours));
    assertThat(assembly.blocks()).hasSize(2);
    LoadProfile profile = snapshot().profile(KEY, interval);
    assertThat(profile.size()).isEqualTo(quarterHours);
    assertThat(profile.gaps()).isEmpty();
    assertThat(profile.usableEnergies()).containsOnly(7);
    assertThat(snapshot().profile(KEY, BERLIN.of(day.plusDays(1))).gaps()).hasSize(1);
  }

  @Test
  void tellsGapsAndWhatMayNotBeUsed() {
    assembly.add(
        MIDNIGHT,
        List.of(1L, 2L, 3L, 4L),
        List.of(
            new QualityRun(ValueQuality.PROVISIONAL, 1),
            new QualityRun(ValueQuality.UNUSABLE, 2),
            new QualityRun(ValueQuality.SUBSTITUTE, 1)));
    LoadProfile profile =
        snapshot().profile(KEY, new Interval(MIDNIGHT, MIDNIGHT.plusSeconds(5 * 900)));
    assertThat(profile.usableEnergies()).containsExactly(1, 0, 0, 4, 0);
    assertThat(profile.anyProvisional()).isTrue();
    assertThat(profile.gaps())
        .containsExactly(
            new Interval(MIDNIGHT.plusSeconds(900), MIDNIGHT.plusSeconds(2700)),
            new Interval(MIDNIGHT.plusSeconds(3600), MIDNIGHT.plusSeconds(4500)));
  }

  @Test
  void refusesWhatCannotBeAValue() {
    refuses(SeriesRejection.IMPLAUSIBLE_QUANTITY, MIDNIGHT, List.of(-1L), measured(1));
    refuses(
        SeriesRejection.IMPLAUSIBLE_QUANTITY, MIDNIGHT, List.of(1_000_000_000_001L), measured(1));
    refuses(SeriesRejection.MISALIGNED_VALUES, MIDNIGHT.plusSeconds(60), List.of(1L), measured(1));
    refuses(SeriesRejection.QUALITY_COUNT_MISMATCH, MIDNIGHT, List.of(1L), measured(2));
    refuses(SeriesRejection.QUALITY_COUNT_MISMATCH, MIDNIGHT, List.of(1L, 2L), measured(1));
  }

  @Test
  void refusesTwoValuesForOneQuarterHour() {
    assembly.add(MIDNIGHT, List.of(1L, 2L), measured(2));
    refuses(
        SeriesRejection.OVERLAPPING_VALUES, MIDNIGHT.plusSeconds(900), List.of(2L), measured(1));
  }

  private void refuses(
      SeriesRejection rejection, Instant start, List<Long> values, List<QualityRun> qualities) {
    assertThatThrownBy(() -> assembly.add(start, values, qualities))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(rejection));
  }
}

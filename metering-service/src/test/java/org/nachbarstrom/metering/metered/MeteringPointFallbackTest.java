package org.nachbarstrom.metering.metered;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.quantities.ValueQuality;

/** Both clock-change days: 92 and 100 quarter-hours. */
class MeteringPointFallbackTest {
  private static final DeliveryCalendar BERLIN = new DeliveryCalendar(ZoneId.of("Europe/Berlin"));
  private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
  private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);
  private static final AccountingPointId POINT = new AccountingPointId("50000000013");
  private static final MeteringPointId OLD = meteringPoint(1);
  private static final MeteringPointId NEW = meteringPoint(2);
  private static final SeriesKey OWN = new SeriesKey(POINT, EnergyDirection.CONSUMPTION);

  private final Map<SeriesKey, DayBlockAssembly> values = new HashMap<>();

  private static MeteringPointId meteringPoint(int number) {
    return new MeteringPointId("DE00012345678" + "%020d".formatted(number));
  }

  private static SeriesKey of(MeteringPointId point) {
    return new SeriesKey(new AccountingPointId(point.value()), EnergyDirection.CONSUMPTION);
  }

  private static PointMetering by(MeteringPointId point, @Nullable LocalDate from) {
    return new PointMetering(POINT, point, 1, null, null, from, null, null);
  }

  private void put(SeriesKey key, Instant start, ValueQuality quality, int count, long energy) {
    values
        .computeIfAbsent(key, any -> new DayBlockAssembly())
        .add(start, Collections.nCopies(count, energy), List.of(new QualityRun(quality, count)));
  }

  private MeteredSnapshot merge(Interval interval, PointMetering... newestFirst) {
    Map<SeriesKey, Map<LocalDate, DayBlock>> blocks = new HashMap<>();
    values.forEach((key, assembly) ->
        blocks.put(
            key,
            assembly.blocks().stream()
                .collect(Collectors.toMap(DayBlock::day, Function.identity()))));
    MeteringPointFallback fallback =
        new MeteringPointFallback(Map.of(OWN, new MeteringHistory(List.of(newestFirst))));
    return fallback.merge(
        new SnapshotQuery(Set.of(OWN), interval, Instant.EPOCH), new SeriesSnapshot(blocks));
  }

  private static List<Long> energies(LoadProfile profile) {
    return IntStream.range(0, profile.size()).mapToObj(profile::energy).toList();
  }

  /**
   * Of 92 quarter-hours 40 are the point's own, one own value is unusable, one own value is
   * provisional and counts, and 50 are not there: 51 come from the metering point. 40 · 2 + 1 · 5 +
   * 51 · 3 = 238.
   */
  @Test
  void takesTheMeteringPointsValueWhereThePointHasNoUsableOne() {
    Interval day = BERLIN.of(SPRING);
    put(OWN, day.start(), ValueQuality.MEASURED, 40, 2);
    put(OWN, day.start().plusSeconds(40 * 900), ValueQuality.UNUSABLE, 1, 77);
    put(OWN, day.start().plusSeconds(41 * 900), ValueQuality.PROVISIONAL, 1, 5);
    put(of(OLD), day.start(), ValueQuality.MEASURED, 92, 3);
    MeteredSnapshot merged = merge(day, by(OLD, null));
    LoadProfile profile = merged.profile(OWN, day);
    assertThat(profile.size()).isEqualTo(92);
    assertThat(energies(profile).subList(38, 44)).containsExactly(2L, 2L, 3L, 5L, 3L, 3L);
    assertThat(energies(profile).stream().mapToLong(Long::longValue).sum()).isEqualTo(238);
    assertThat(profile.gaps()).isEmpty();
    assertThat(merged.borrowed(OWN, day)).contains(new Borrowed(OLD, 51));
  }

  /**
   * The new metering point meters from 2026-10-25 on, which begins at 22:00 UTC of the day before.
   */
  @Test
  void takesOfEachDayTheMeteringPointThatMeteredOnIt() {
    Interval before = BERLIN.of(AUTUMN.minusDays(1));
    Interval day = BERLIN.of(AUTUMN);
    put(of(OLD), before.start(), ValueQuality.MEASURED, 196, 3);
    put(of(NEW), before.start(), ValueQuality.MEASURED, 196, 4);
    MeteredSnapshot merged =
        merge(new Interval(before.start(), day.end()), by(NEW, AUTUMN), by(OLD, null));
    assertThat(energies(merged.profile(OWN, before))).hasSize(96).containsOnly(3L);
    assertThat(energies(merged.profile(OWN, day))).hasSize(100).containsOnly(4L);
    assertThat(merged.borrowed(OWN, before)).contains(new Borrowed(OLD, 96));
    assertThat(merged.borrowed(OWN, day)).contains(new Borrowed(NEW, 100));
  }

  @Test
  void takesNothingUnusableAndNothingOfAnotherDirection() {
    Interval day = BERLIN.of(SPRING);
    put(of(OLD), day.start(), ValueQuality.PROPOSED, 92, 3);
    SeriesKey generation =
        new SeriesKey(new AccountingPointId(OLD.value()), EnergyDirection.GENERATION);
    put(generation, day.start(), ValueQuality.MEASURED, 92, 3);
    MeteredSnapshot merged = merge(day, by(OLD, null));
    assertThat(merged.profile(OWN, day).gaps()).containsExactly(day);
    assertThat(merged.borrowed(OWN, day)).isEmpty();
  }

  @Test
  void takesNothingOfDaysBeforeTheMeteringBegan() {
    Interval day = BERLIN.of(SPRING);
    put(of(OLD), day.start(), ValueQuality.MEASURED, 92, 3);
    assertThat(merge(day, by(OLD, AUTUMN)).profile(OWN, day).gaps()).containsExactly(day);
  }
}

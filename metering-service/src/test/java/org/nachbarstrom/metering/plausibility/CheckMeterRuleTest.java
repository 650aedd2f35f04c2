package org.nachbarstrom.metering.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

class CheckMeterRuleTest {
  private static final AccountingPointId MAIN = new AccountingPointId("50000000013");
  private static final AccountingPointId CHECK = new AccountingPointId("50000000039");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
  private static final Interval DAY_INTERVAL = QuantityPeriod.MARKET.of(DAY);
  private static final MeteringHistory SINCE_DAY =
      MeteringHistory.of(new PointMetering(MAIN, null, 1, null, null, DAY, null, CHECK));

  private static List<Long> values(long value) {
    return new ArrayList<>(Collections.nCopies(96, value));
  }

  private static SeriesKey key(AccountingPointId point) {
    return new SeriesKey(point, EnergyDirection.CONSUMPTION);
  }

  private static Map<LocalDate, DayBlock> blocks(List<Long> values) {
    DayBlockAssembly assembly = new DayBlockAssembly();
    assembly.add(
        DAY_INTERVAL.start(),
        values,
        List.of(new QualityRun(ValueQuality.MEASURED, values.size())));
    Collection<DayBlock> blocks = assembly.blocks();
    return blocks.stream().collect(Collectors.toMap(DayBlock::day, Function.identity()));
  }

  /** Allows 2 % and 10 Wh. */
  private static List<Finding> compare(List<Long> main, List<Long> check, DateRange days) {
    SeriesSnapshot snapshot =
        new SeriesSnapshot(Map.of(key(MAIN), blocks(main), key(CHECK), blocks(check)));
    CheckMeterRule.Profiles profiles =
        new CheckMeterRule.Profiles() {
          @Override
          public LoadProfile main(Interval interval) {
            return snapshot.profile(key(MAIN), interval);
          }

          @Override
          public LoadProfile of(AccountingPointId point, Interval interval) {
            return snapshot.profile(key(point), interval);
          }
        };
    return new CheckMeterRule(profiles, SINCE_DAY, new Tolerance(20, 10_000)).findings(days);
  }

  private static List<Finding> compare(List<Long> main, List<Long> check) {
    return compare(main, check, DateRange.ofDay(DAY));
  }

  @Test
  void findsASumThatDiffersByMoreThanAPartAndAnAmount() {
    // 96 times 100 Wh are 9 600 Wh and 96 times 103 Wh 9 888 Wh: 288 Wh apart. 2 % of 9 888 Wh
    // are 197.76 Wh, with 10 Wh 207.76 Wh. A single value may differ by 2.06 + 10 Wh.
    assertThat(compare(values(100_000), values(103_000)))
        .containsExactly(
            new Finding(PlausibilityRule.CHECK_METER, DAY_INTERVAL, 9_600_000L, 9_888_000L));
    // 96 times 102 Wh are 9 792 Wh: 192 Wh apart, and 195.84 + 10 Wh are allowed.
    assertThat(compare(values(100_000), values(102_000))).isEmpty();
  }

  @Test
  void findsTheQuarterHourThatDiffersMost() {
    List<Long> main = values(100_000);
    main.set(7, 112_001L);
    main.set(9, 112_000L);
    // 12.001 Wh are more than 2 + 10 Wh; of the day 24.001 Wh are less than 192 + 10 Wh.
    Interval eighth =
        new Interval(
            DAY_INTERVAL.start().plus(Interval.QUARTER_HOUR.multipliedBy(7)),
            DAY_INTERVAL.start().plus(Interval.QUARTER_HOUR.multipliedBy(8)));
    assertThat(compare(main, values(100_000)))
        .containsExactly(new Finding(PlausibilityRule.CHECK_METER, eighth, 112_001L, 100_000L));
    main.set(7, 112_000L);
    assertThat(compare(main, values(100_000))).isEmpty();
  }

  @Test
  void comparesNoSumWithAGapButTheValuesOfBoth() {
    List<Long> half = values(100_000).subList(0, 48);
    assertThat(compare(values(100_000), half)).isEmpty();
    List<Finding> found = compare(values(200_000), half);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().interval().start()).isEqualTo(DAY_INTERVAL.start());
    assertThat(found.getFirst().observedMilliWattHours()).isEqualTo(200_000L);
  }

  @Test
  void comparesOnlyFromTheDayOnWhichTheMeterIsThere() {
    DateRange before = DateRange.ofDay(DAY.minusDays(1));
    assertThat(compare(values(1), values(900_000), before)).isEmpty();
  }
}

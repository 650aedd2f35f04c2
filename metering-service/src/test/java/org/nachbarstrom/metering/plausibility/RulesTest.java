package org.nachbarstrom.metering.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.metering.substitute.ProfileValues;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

class RulesTest {
  private static final AccountingPointId POINT = new AccountingPointId("50000000013");
  private static final SeriesKey KEY = new SeriesKey(POINT, EnergyDirection.CONSUMPTION);
  private static final MeteredObject OBJECT =
      new MeteredObject(MeteredObject.Kind.MARKET_LOCATION, POINT.value());
  private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
  private static final Interval DAY_INTERVAL = QuantityPeriod.MARKET.of(DAY);
  private static final SourceDocument SOURCE =
      new SourceDocument("9900000000011", "D", new Origin(Instant.EPOCH, Instant.EPOCH, "r"));

  private final DayBlockAssembly assembly = new DayBlockAssembly();

  private void measured(Instant start, List<Long> values) {
    assembly.add(start, values, List.of(new QualityRun(ValueQuality.MEASURED, values.size())));
  }

  private void measured(LocalDate day, long value) {
    Interval interval = QuantityPeriod.MARKET.of(day);
    measured(interval.start(), Collections.nCopies(interval.quarterHours(), value));
  }

  private LoadProfile profile(Interval interval) {
    Collection<DayBlock> blocks = assembly.blocks();
    return new SeriesSnapshot(
            Map.of(
                KEY, blocks.stream().collect(Collectors.toMap(DayBlock::day, Function.identity()))))
        .profile(KEY, interval);
  }

  private ProfileRules rules() {
    return rules(DateRange.ofDay(DAY));
  }

  private ProfileRules rules(DateRange days) {
    return new ProfileRules(values(Reach.of(days).window()), days, Thresholds.DEFAULT);
  }

  private ProfileValues values(Interval window) {
    return new ProfileValues(window, profile(window));
  }

  private static Interval quarterHours(int from, int to) {
    return new Interval(
        DAY_INTERVAL.start().plus(Interval.QUARTER_HOUR.multipliedBy(from)),
        DAY_INTERVAL.start().plus(Interval.QUARTER_HOUR.multipliedBy(to)));
  }

  /** A day whose values differ from quarter-hour to quarter-hour: 1, 2, 1, 2 … Wh. */
  private static List<Long> changing() {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < 96; i++) {
      values.add(1_000L + 1_000L * (i % 2));
    }
    return values;
  }

  @Test
  void findsGaps() {
    measured(DAY_INTERVAL.start(), changing().subList(0, 40));
    assertThat(rules().gaps().findings())
        .containsExactly(new Finding(PlausibilityRule.GAP, quarterHours(40, 96), null, null));
  }

  @Test
  void findsMoreThanTheConnectionCarries() {
    List<Long> values = changing();
    // 30 kW carry 7.5 kWh in a quarter-hour.
    values.set(10, 7_500_000L);
    values.set(11, 7_500_001L);
    measured(DAY_INTERVAL.start(), values);
    MeteringHistory metering = MeteringHistory.of(new PointMetering(POINT, null, 1, null, 30_000L));
    assertThat(rules().capacity(metering).findings())
        .containsExactly(
            new Finding(
                PlausibilityRule.CONNECTION_CAPACITY,
                quarterHours(11, 12),
                7_500_001L,
                7_500_000L));
    assertThat(rules().capacity(MeteringHistory.NONE).findings()).isEmpty();
  }

  @Test
  void findsRunsOfTheSameFromFourHoursAndOfZerosFromADay() {
    List<Long> values = changing();
    Collections.fill(values.subList(0, 16), 5L);
    Collections.fill(values.subList(20, 35), 7L);
    Collections.fill(values.subList(40, 96), 0L);
    measured(DAY_INTERVAL.start(), values);
    assertThat(rules().runs().findings())
        .containsExactly(new Finding(PlausibilityRule.FLAT_LINE, quarterHours(0, 16), 5L, null));
  }

  @Test
  void findsADayOfZeros() {
    measured(DAY, 0);
    assertThat(rules().runs().findings())
        .containsExactly(new Finding(PlausibilityRule.ZERO_RUN, DAY_INTERVAL, 0L, null));
  }

  @Test
  void findsARunOverMidnightOnBothDaysWhicheverIsChecked() {
    // 40 zeros before midnight and 60 after it: 100 in a row, no day alone has 96.
    LocalDate next = DAY.plusDays(1);
    List<Long> first = changing();
    Collections.fill(first.subList(56, 96), 0L);
    List<Long> second = changing();
    Collections.fill(second.subList(0, 60), 0L);
    measured(DAY_INTERVAL.start(), first);
    measured(DAY_INTERVAL.end(), second);
    Finding before = new Finding(PlausibilityRule.ZERO_RUN, quarterHours(56, 96), 0L, null);
    Finding after = new Finding(PlausibilityRule.ZERO_RUN, quarterHours(96, 156), 0L, null);
    assertThat(rules().runs().findings()).containsExactly(before);
    assertThat(rules(DateRange.ofDay(next)).runs().findings()).containsExactly(after);
    assertThat(rules(new DateRange(DAY, next.plusDays(1))).runs().findings())
        .containsExactly(before, after);
  }

  @Test
  void findsADayWithoutValuesOnlyBetweenOthers() {
    measured(DAY, 1_000);
    measured(DAY.plusDays(2), 1_000);
    DateRange days = new DateRange(DAY.minusDays(1), DAY.plusDays(4));
    assertThat(rules(days).gaps().findings())
        .containsExactly(new Finding(PlausibilityRule.GAP, quarterHours(96, 192), null, null));
  }

  @Test
  void findsADayOfZerosWhenClocksChange() {
    // 29 March 2026 has 92 quarter-hours: zeros of that day alone are less than 96.
    LocalDate spring = LocalDate.of(2026, 3, 29);
    measured(spring, 0);
    assertThat(rules(DateRange.ofDay(spring)).runs().findings()).isEmpty();
    measured(spring.plusDays(1), 0);
    assertThat(rules(DateRange.ofDay(spring)).runs().findings())
        .containsExactly(
            new Finding(PlausibilityRule.ZERO_RUN, QuantityPeriod.MARKET.of(spring), 0L, null));
  }

  @Test
  void findsValuesAboveFiveTimesTheLargestOfComparableDays() {
    List<Long> values = changing();
    values.set(50, 15_000L);
    values.set(51, 15_001L);
    measured(DAY_INTERVAL.start(), values);
    measured(DAY.minusDays(1), 3_000);
    measured(DAY.plusDays(1), 2_000);
    // A Saturday is not compared with a Wednesday.
    measured(DAY.plusDays(3), 900_000);
    Interval window = QuantityPeriod.MARKET.of(DAY.minusDays(28), DAY.plusDays(29));
    assertThat(rules().spikes(new ComparableDays(values(window))).findings())
        .containsExactly(
            new Finding(PlausibilityRule.SPIKE, quarterHours(51, 52), 15_001L, 15_000L));
  }

  @Test
  void reportsTheProfileOfTheMarketThatIsLessThanItsEnergyQuantity() {
    // December 2024 of a real market location: the profile says 5 662.694 kWh and the energy
    // quantity 5 669.998 kWh. The difference of 7.304 kWh is 1.288 ‰.
    YearMonth month = YearMonth.of(2024, 12);
    Interval december = new QuantityPeriod.Month(month).interval();
    assertThat(december.quarterHours()).isEqualTo(2_976);
    // 2 976 times 1.902786 kWh are 5 662.691136 kWh; 0.002864 kWh are left.
    List<Long> values = new ArrayList<>(Collections.nCopies(2_976, 1_902_786L));
    values.set(0, 1_902_786L + 2_864);
    measured(december.start(), values);
    List<KnownQuantity> quantities = List.of(quantity(month, "5669.998"));
    assertThat(sums(december, 1).quantities(quantities).findings())
        .containsExactly(
            new Finding(
                PlausibilityRule.ENERGY_QUANTITY, december, 5_662_694_000L, 5_669_998_000L));
    assertThat(sums(december, 2).quantities(quantities).findings()).isEmpty();
  }

  private SumRules sums(Interval period, int tolerancePerMille) {
    return new SumRules(
        values(period),
        period,
        new Thresholds(96, 16, 5, tolerancePerMille, new Tolerance(20, 10_000)));
  }

  private static KnownQuantity quantity(YearMonth month, String kilowattHours) {
    return new KnownQuantity(
        OBJECT,
        QuantityPurpose.METERED,
        new EnergyQuantity(
            ObisCode.parse("1-1:1.9.0"),
            new BigDecimal(kilowattHours),
            ValueQuality.MEASURED,
            new QuantityPeriod.Month(month),
            ValueStatus.NONE),
        SOURCE);
  }

  private static KnownReading reading(Instant at, String value) {
    return new KnownReading(
        OBJECT,
        "A",
        new Reading(
            ObisCode.parse("1-1:1.8.0"),
            new BigDecimal(value),
            ValueQuality.MEASURED,
            at,
            null,
            null,
            null,
            ValueStatus.NONE),
        SOURCE);
  }

  @Test
  void holdsSumsAgainstTheAdvanceOfTheRegister() {
    measured(DAY, 1_000);
    MeteringHistory metering = MeteringHistory.of(PointMetering.unknown(POINT));
    // 96 times 1 Wh are 0.096 kWh; 1 ‰ of 0.0961 kWh is less than the 0.0001 kWh between them.
    List<KnownReading> more =
        List.of(reading(DAY_INTERVAL.start(), "10"), reading(DAY_INTERVAL.end(), "10.0961"));
    assertThat(sums(DAY_INTERVAL, 1).advances(more, metering).findings())
        .containsExactly(
            new Finding(PlausibilityRule.REGISTER_ADVANCE, DAY_INTERVAL, 96_000L, 96_100L));
    assertThat(sums(DAY_INTERVAL, 2).advances(more, metering).findings()).isEmpty();
    List<KnownReading> back =
        List.of(reading(DAY_INTERVAL.start(), "10"), reading(DAY_INTERVAL.end(), "9"));
    assertThat(sums(DAY_INTERVAL, 1).advances(back, metering).findings())
        .containsExactly(
            new Finding(PlausibilityRule.REGISTER_ADVANCE, DAY_INTERVAL, 96_000L, null));
  }

  @Test
  void comparesNoSumWithAGap() {
    measured(DAY_INTERVAL.start(), changing().subList(0, 95));
    List<KnownReading> readings =
        List.of(reading(DAY_INTERVAL.start(), "10"), reading(DAY_INTERVAL.end(), "20"));
    MeteringHistory metering = MeteringHistory.of(PointMetering.unknown(POINT));
    assertThat(sums(DAY_INTERVAL, 1).advances(readings, metering).findings()).isEmpty();
  }
}

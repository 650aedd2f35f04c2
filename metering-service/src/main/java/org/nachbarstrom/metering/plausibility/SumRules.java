package org.nachbarstrom.metering.plausibility;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.RegisterAdvance;
import org.nachbarstrom.metering.substitute.ComparableDays;
import org.nachbarstrom.quantities.Interval;

/**
 * Rules about sums of a load profile over at most 35 days. A sum with a gap is not compared with
 * anything. Values that are there instead of rejected ones count as they are.
 */
final class SumRules {
  private static final int ENERGY_SCALE = 6;

  private final ComparableDays.Values values;
  private final Interval period;
  private final Thresholds thresholds;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * Rules.
   *
   * @param values of the series, also around the period
   * @param period what is compared begins in it
   */
  SumRules(ComparableDays.Values values, Interval period, Thresholds thresholds) {
    this.values = values;
    this.period = period;
    this.thresholds = thresholds;
  }

  /** What was found, rule by rule. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * Sums between neighbouring readings of a meter.
   *
   * @param readings of the total register of the direction
   */
  SumRules advances(List<KnownReading> readings, MeteringHistory metering) {
    Map<String, List<KnownReading>> byMeter =
        readings.stream()
            .filter(known ->
                known.reading().quality().billable()
                    && Interval.isQuarterHour(known.reading().at()))
            .sorted(Comparator.comparing((KnownReading known) -> known.reading().at()))
            .collect(
                Collectors.groupingBy(
                    KnownReading::deviceNumber, TreeMap::new, Collectors.toList()));
    for (List<KnownReading> meter : byMeter.values()) {
      for (int i = 1; i < meter.size(); i++) {
        advance(meter.get(i - 1), meter.get(i), metering);
      }
    }
    return this;
  }

  private void advance(KnownReading from, KnownReading to, MeteringHistory metering) {
    Interval between = new Interval(from.reading().at(), to.reading().at());
    Optional<PointMetering> same = metering.during(between);
    if (!comparable(between) || same.isEmpty()) {
      return;
    }
    Optional<Long> expected =
        RegisterAdvance.milliWattHours(
            from.reading().value(), to.reading().value(), same.get(), between.quarterHours());
    sum(between)
        .ifPresent(sum -> {
          if (expected.isEmpty() || tooFar(sum, expected.get())) {
            findings.add(
                new Finding(
                    PlausibilityRule.REGISTER_ADVANCE, between, sum, expected.orElse(null)));
          }
        });
  }

  /**
   * Sums over the periods of energy quantities.
   *
   * @param quantities metered energies of the direction
   */
  SumRules quantities(List<KnownQuantity> quantities) {
    for (KnownQuantity known : quantities) {
      EnergyQuantity quantity = known.quantity();
      Interval interval = quantity.period().interval();
      if (quantity.quality().billable()
          && Interval.isQuarterHour(interval.start())
          && Interval.isQuarterHour(interval.end())
          && comparable(interval)) {
        compare(interval, quantity.value());
      }
    }
    return this;
  }

  private boolean comparable(Interval interval) {
    LocalDate first = QuantityPeriod.MARKET.dayOf(interval.start());
    LocalDate end = QuantityPeriod.MARKET.dayOf(interval.end());
    return period.contains(interval.start()) && ChronoUnit.DAYS.between(first, end) <= Reach.DAYS;
  }

  private void compare(Interval interval, BigDecimal kilowattHours) {
    long expected = kilowattHours.movePointRight(ENERGY_SCALE).longValueExact();
    sum(interval)
        .filter(sum -> tooFar(sum, expected))
        .ifPresent(sum ->
            findings.add(new Finding(PlausibilityRule.ENERGY_QUANTITY, interval, sum, expected)));
  }

  private Optional<Long> sum(Interval interval) {
    long sum = 0;
    Instant start = interval.start();
    while (start.isBefore(interval.end())) {
      if (!values.quality(start).billable()) {
        return Optional.empty();
      }
      sum = Math.addExact(sum, values.energy(start));
      start = start.plus(Interval.QUARTER_HOUR);
    }
    return Optional.of(sum);
  }

  private boolean tooFar(long sum, long expected) {
    return Tolerance.relative(thresholds.sumTolerancePerMille()).exceeded(sum, expected);
  }
}

package org.nachbarstrom.metering.plausibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;

/**
 * Holds the values of local days against those of the check meter (Vergleichszähler): the sum of a
 * day if both have all its values, and the quarter-hour, among those of which both have a value, in
 * which they differ most.
 */
final class CheckMeterRule {
  private final Profiles profiles;
  private final MeteringHistory metering;
  private final Tolerance tolerance;
  private final List<Finding> findings = new ArrayList<>();

  CheckMeterRule(Profiles profiles, MeteringHistory metering, Tolerance tolerance) {
    this.profiles = profiles;
    this.metering = metering;
    this.tolerance = tolerance;
  }

  /** What is found on the days, in their order. */
  List<Finding> findings(DateRange days) {
    days.from().datesUntil(days.end().orElseThrow()).forEach(this::compare);
    return List.copyOf(findings);
  }

  private void compare(LocalDate day) {
    Interval interval = QuantityPeriod.MARKET.of(day);
    metering
        .at(interval.start())
        .flatMap(CheckMeterRule::checkPoint)
        .ifPresent(checkPoint ->
            compare(interval, profiles.main(interval), profiles.of(checkPoint, interval)));
  }

  private static Optional<AccountingPointId> checkPoint(PointMetering known) {
    return Optional.ofNullable(known.checkPoint());
  }

  private void compare(Interval day, LoadProfile main, LoadProfile check) {
    long sum = 0;
    long expected = 0;
    int farthest = -1;
    int both = 0;
    for (int i = 0; i < main.size(); i++) {
      if (main.quality(i).billable() && check.quality(i).billable()) {
        sum = Math.addExact(sum, main.energy(i));
        expected = Math.addExact(expected, check.energy(i));
        both++;
        if (farthest < 0 || distance(main, check, i) > distance(main, check, farthest)) {
          farthest = i;
        }
      }
    }
    if (both == main.size()) {
      add(day, sum, expected);
    }
    if (farthest >= 0) {
      Interval single =
          new Interval(main.start(farthest), main.start(farthest).plus(Interval.QUARTER_HOUR));
      add(single, main.energy(farthest), check.energy(farthest));
    }
  }

  private static long distance(LoadProfile main, LoadProfile check, int index) {
    return Math.abs(main.energy(index) - check.energy(index));
  }

  private void add(Interval interval, long observed, long expected) {
    if (tolerance.exceeded(observed, expected)) {
      findings.add(new Finding(PlausibilityRule.CHECK_METER, interval, observed, expected));
    }
  }

  /** Values of both meters. */
  interface Profiles {
    /** Of the series that is checked. */
    LoadProfile main(Interval interval);

    /** Of the series of the same direction of another point. */
    LoadProfile of(AccountingPointId point, Interval interval);
  }
}

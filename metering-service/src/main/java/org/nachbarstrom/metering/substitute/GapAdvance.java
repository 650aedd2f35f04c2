package org.nachbarstrom.metering.substitute;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.RegisterAdvance;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.Interval;

/** Tells from the readings of a register how much energy flowed in a gap of its load profile. */
final class GapAdvance {
  private final List<KnownReading> readings;
  private final PointMetering metering;
  private final ComparableDays.Values values;

  /**
   * Reckons with readings.
   *
   * @param readings of the register, in kWh; those that are not billable or not on a quarter-hour
   *     are left out
   * @param metering how the point is metered
   * @param values of its load profile
   */
  GapAdvance(List<KnownReading> readings, PointMetering metering, ComparableDays.Values values) {
    this.readings =
        readings.stream()
            .filter(known ->
                known.reading().quality().billable()
                    && Interval.isQuarterHour(known.reading().at()))
            .toList();
    this.metering = metering;
    this.values = values;
  }

  /**
   * The advance between the nearest readings of one meter around the gap, less the values between
   * them. Nothing if there are no such readings, or a value is missing outside of the gap, because
   * then the energy could belong there.
   */
  @Nullable Long of(Interval gap) {
    return readings.stream()
        .filter(before -> !before.reading().at().isAfter(gap.start()))
        .flatMap(before -> after(before, gap).map(after -> new Pair(before, after)).stream())
        .min(Comparator.comparingInt(Pair::quarterHours))
        .flatMap(pair -> advance(pair, gap))
        .orElse(null);
  }

  private Optional<KnownReading> after(KnownReading before, Interval gap) {
    return readings.stream()
        .filter(after -> after.deviceNumber().equals(before.deviceNumber()))
        .filter(after -> !after.reading().at().isBefore(gap.end()))
        .min(Comparator.comparing(after -> after.reading().at()));
  }

  private Optional<Long> advance(Pair pair, Interval gap) {
    long known = 0;
    Instant start = pair.before().reading().at();
    for (long i = 0; i < pair.quarterHours(); i++) {
      if (!gap.contains(start)) {
        if (!values.quality(start).billable()) {
          return Optional.empty();
        }
        known = Math.addExact(known, values.energy(start));
      }
      start = QuarterHours.plus(start, 1);
    }
    long outside = known;
    BigDecimal from = pair.before().reading().value();
    BigDecimal to = pair.after().reading().value();
    return RegisterAdvance.milliWattHours(from, to, metering, pair.quarterHours())
        .map(advance -> advance - outside);
  }

  private record Pair(KnownReading before, KnownReading after) {
    int quarterHours() {
      return new Interval(before.reading().at(), after.reading().at()).quarterHours();
    }
  }
}

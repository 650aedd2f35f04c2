package org.nachbarstrom.metering.substitute;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.RegisterAdvance;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.Interval;

/** Tells from the readings of a register how much energy flowed in a gap of its load profile. */
final class GapAdvance {
  private final Map<String, NavigableMap<Instant, KnownReading>> meters;
  private final NavigableSet<Instant> exchanges;
  private final MeteringHistory metering;
  private final ComparableDays.Values values;

  /**
   * Reckons with readings.
   *
   * @param readings of the register, in kWh; those that are not billable or not on a quarter-hour
   *     only tell when the meter was exchanged
   * @param metering how the point is metered
   * @param values of its load profile
   */
  GapAdvance(List<KnownReading> readings, MeteringHistory metering, ComparableDays.Values values) {
    this.meters =
        readings.stream()
            .filter(known ->
                known.reading().quality().billable()
                    && Interval.isQuarterHour(known.reading().at()))
            .collect(
                Collectors.groupingBy(
                    KnownReading::deviceNumber,
                    TreeMap::new,
                    Collectors.toMap(
                        known -> known.reading().at(),
                        Function.identity(),
                        (one, other) -> other,
                        TreeMap::new)));
    this.exchanges =
        readings.stream()
            .filter(known -> known.reading().changedAt() != null)
            .flatMap(known -> Stream.of(known.reading().at(), known.reading().changedAt()))
            .collect(Collectors.toCollection(TreeSet::new));
    this.metering = metering;
    this.values = values;
  }

  /**
   * The advance between the nearest readings of one meter around the gap, less the values between
   * them. Nothing if there are no such readings, or a value is missing outside of the gap, because
   * then the energy could belong there.
   */
  @Nullable Long of(Interval gap) {
    return meters.values().stream()
        .flatMap(meter -> around(meter, gap).stream())
        .min(Comparator.comparingInt(Pair::quarterHours))
        .filter(pair -> !spansExchange(pair))
        .flatMap(pair -> advance(pair, gap))
        .orElse(null);
  }

  private static Optional<Pair> around(NavigableMap<Instant, KnownReading> meter, Interval gap) {
    Map.Entry<Instant, KnownReading> before = meter.floorEntry(gap.start());
    Map.Entry<Instant, KnownReading> after = meter.ceilingEntry(gap.end());
    return before == null || after == null
        ? Optional.empty()
        : Optional.of(new Pair(before.getValue(), after.getValue()));
  }

  /** Without a device number nobody knows on which side of an exchange a reading was taken. */
  private boolean spansExchange(Pair pair) {
    return pair.before().deviceNumber().isEmpty()
        && !exchanges
            .subSet(pair.before().reading().at(), true, pair.after().reading().at(), true)
            .isEmpty();
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
    return metering
        .during(pair.interval())
        .flatMap(same -> RegisterAdvance.milliWattHours(from, to, same, pair.quarterHours()))
        .map(advance -> advance - outside);
  }

  private record Pair(KnownReading before, KnownReading after) {
    Interval interval() {
      return new Interval(before.reading().at(), after.reading().at());
    }

    int quarterHours() {
      return interval().quarterHours();
    }
  }
}

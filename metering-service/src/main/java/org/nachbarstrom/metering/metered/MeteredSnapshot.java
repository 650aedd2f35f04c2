package org.nachbarstrom.metering.metered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MeteringPointId;

/**
 * Values of some accounting points as known at one instant.
 *
 * @param values by series of the accounting points, with those of their metering points in them
 * @param lenders per series and UTC day 96 metering points, empty where the value is the accounting
 *     point's own; days without any borrowed value are left out
 */
public record MeteredSnapshot(
    SeriesSnapshot values,
    Map<SeriesKey, Map<LocalDate, List<Optional<MeteringPointId>>>> lenders) {
  /** Nothing is borrowed. */
  public static MeteredSnapshot own(SeriesSnapshot values) {
    return new MeteredSnapshot(values, Map.of());
  }

  /** Only what is known of the UTC day. */
  public MeteredSnapshot on(LocalDate day) {
    return new MeteredSnapshot(new SeriesSnapshot(on(values.blocks(), day)), on(lenders, day));
  }

  private static <V> Map<SeriesKey, Map<LocalDate, V>> on(
      Map<SeriesKey, Map<LocalDate, V>> known, LocalDate day) {
    Map<SeriesKey, Map<LocalDate, V>> some = new HashMap<>();
    known.forEach((key, days) -> {
      if (days.containsKey(day)) {
        some.put(key, Map.of(day, days.get(day)));
      }
    });
    return some;
  }

  /** Both together; of the same instant, so that they say the same where they overlap. */
  public MeteredSnapshot with(MeteredSnapshot other) {
    return new MeteredSnapshot(
        new SeriesSnapshot(both(values.blocks(), other.values.blocks())),
        both(lenders, other.lenders));
  }

  private static <V> Map<SeriesKey, Map<LocalDate, V>> both(
      Map<SeriesKey, Map<LocalDate, V>> one, Map<SeriesKey, Map<LocalDate, V>> other) {
    Map<SeriesKey, Map<LocalDate, V>> all = new HashMap<>(one);
    other.forEach((key, days) ->
        all.merge(
            key,
            days,
            (these, those) -> {
              Map<LocalDate, V> both = new HashMap<>(these);
              both.putAll(those);
              return both;
            }));
    return all;
  }

  /** The values in the interval, which must be aligned to quarter-hours. */
  public LoadProfile profile(SeriesKey key, Interval interval) {
    return values.profile(key, interval);
  }

  /** What of the interval came from a metering point. */
  public Optional<Borrowed> borrowed(SeriesKey key, Interval interval) {
    Map<LocalDate, List<Optional<MeteringPointId>>> days = lenders.getOrDefault(key, Map.of());
    Optional<Borrowed> borrowed = Optional.empty();
    if (days.isEmpty()) {
      return borrowed;
    }
    for (int i = 0; i < interval.quarterHours(); i++) {
      Instant start = QuarterHours.plus(interval.start(), i);
      List<Optional<MeteringPointId>> day = days.get(QuarterHours.utcDayOf(start));
      if (day != null && day.get(QuarterHours.slotOf(start)).isPresent()) {
        int before = borrowed.map(Borrowed::quarterHours).orElse(0);
        borrowed = day.get(QuarterHours.slotOf(start)).map(from -> new Borrowed(from, before + 1));
      }
    }
    return borrowed;
  }
}

package org.nachbarstrom.metering.substitute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Measured values written down by hand. */
final class SeriesByHand implements ComparableDays.Values {
  private final Map<Instant, Long> energies = new HashMap<>();
  private final Map<Instant, ValueQuality> qualities = new HashMap<>();

  static Instant local(String day, String time) {
    return LocalDate.parse(day)
        .atTime(LocalTime.parse(time))
        .atZone(QuantityPeriod.MARKET.zone())
        .toInstant();
  }

  static Interval between(String day, String from, String to) {
    return new Interval(local(day, from), local(day, to));
  }

  SeriesByHand value(Instant start, long milliWattHours, ValueQuality quality) {
    energies.put(start, milliWattHours);
    qualities.put(start, quality);
    return this;
  }

  SeriesByHand measured(Interval interval, long milliWattHours) {
    for (int i = 0; i < interval.quarterHours(); i++) {
      value(
          interval.start().plus(Interval.QUARTER_HOUR.multipliedBy(i)),
          milliWattHours,
          ValueQuality.MEASURED);
    }
    return this;
  }

  @Override
  public long energy(Instant start) {
    return energies.getOrDefault(start, 0L);
  }

  @Override
  public ValueQuality quality(Instant start) {
    return qualities.getOrDefault(start, ValueQuality.MISSING);
  }
}

package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.Arrays;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Collects the values of one register, in whatever order they come. */
final class SeriesBuilder {
  private final ObisCode obis;
  private final Interval period;
  private final long[] milliWattHours;
  private final ValueQuality[] qualities;
  private int filled;

  SeriesBuilder(ObisCode obis, Interval period) {
    this.obis = obis;
    this.period = period;
    int size = period.quarterHours();
    this.milliWattHours = new long[size];
    this.qualities = new ValueQuality[size];
    Arrays.fill(qualities, ValueQuality.MISSING);
  }

  ObisCode obis() {
    return obis;
  }

  /** Puts a value at a quarter-hour counted from 0; false if there is one already. */
  boolean put(int index, long value, ValueQuality quality) {
    if (qualities[index] != ValueQuality.MISSING) {
      return false;
    }
    milliWattHours[index] = value;
    qualities[index] = quality;
    filled++;
    return true;
  }

  int missing() {
    return qualities.length - filled;
  }

  /** The first run of missing quarter-hours; only where some are missing. */
  Interval firstGap() {
    int from = 0;
    while (qualities[from] != ValueQuality.MISSING) {
      from++;
    }
    int to = from;
    while (to < qualities.length && qualities[to] == ValueQuality.MISSING) {
      to++;
    }
    return new Interval(at(from), at(to));
  }

  RegisterSeries build() {
    return new RegisterSeries(obis, period, milliWattHours, qualities);
  }

  private Instant at(int index) {
    return period.start().plus(Interval.QUARTER_HOUR.multipliedBy(index));
  }
}

package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.Arrays;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Collects the quarter-hours of one register, in whatever order they come. Without a period given
 * it spans from the first value to the latest.
 */
final class SeriesBuilder {
  private static final int QUARTER_HOUR = 900;
  private static final int FIRST_CAPACITY = 96;

  private final ObisCode obis;
  private final boolean open;
  private final int maxSize;
  private long begin;
  private int size;
  private int filled;
  private long[] milliWattHours;
  private ValueQuality[] qualities;
  private ValueStatus[] statuses = new ValueStatus[0];

  private SeriesBuilder(ObisCode obis, boolean open, long begin, int size, int maxSize) {
    this.obis = obis;
    this.open = open;
    this.begin = begin;
    this.size = size;
    this.maxSize = maxSize;
    this.milliWattHours = new long[size];
    this.qualities = new ValueQuality[size];
    Arrays.fill(qualities, ValueQuality.MISSING);
  }

  /** A series that is to fill a period. */
  static SeriesBuilder within(ObisCode obis, Interval period) {
    int size = period.quarterHours();
    return new SeriesBuilder(obis, false, period.start().getEpochSecond(), size, size);
  }

  /** A series of unknown period with at most so many quarter-hours. */
  static SeriesBuilder open(ObisCode obis, int maxSize) {
    return new SeriesBuilder(obis, true, EdifactTime.INVALID, 0, maxSize);
  }

  ObisCode obis() {
    return obis;
  }

  /** Index of the quarter-hour that begins at a time; -1 if it lies outside. */
  int index(long from) {
    if (open && begin == EdifactTime.INVALID) {
      begin = from;
    }
    long index = (from - begin) / QUARTER_HOUR;
    return from >= begin && index < (open ? maxSize : size) ? (int) index : -1;
  }

  /** Puts a value at a quarter-hour; false if there is one already. */
  boolean put(int index, long value, ValueQuality quality, ValueStatus status) {
    if (index >= size) {
      extend(index + 1);
    }
    if (qualities[index] != ValueQuality.MISSING) {
      return false;
    }
    milliWattHours[index] = value;
    qualities[index] = quality;
    if (!status.equals(ValueStatus.NONE)) {
      putStatus(index, status);
    }
    filled++;
    return true;
  }

  private void putStatus(int index, ValueStatus status) {
    if (statuses.length <= index) {
      int old = statuses.length;
      statuses = Arrays.copyOf(statuses, milliWattHours.length);
      Arrays.fill(statuses, old, statuses.length, ValueStatus.NONE);
    }
    statuses[index] = status;
  }

  private void extend(int newSize) {
    if (newSize > milliWattHours.length) {
      int doubled = Math.max(FIRST_CAPACITY, 2 * milliWattHours.length);
      int capacity = Math.min(maxSize, Math.max(newSize, doubled));
      int old = qualities.length;
      milliWattHours = Arrays.copyOf(milliWattHours, capacity);
      qualities = Arrays.copyOf(qualities, capacity);
      Arrays.fill(qualities, old, capacity, ValueQuality.MISSING);
    }
    size = newSize;
  }

  int size() {
    return size;
  }

  int missing() {
    return size - filled;
  }

  /** The first run of missing quarter-hours; only where some are missing. */
  Interval firstGap() {
    int from = 0;
    while (qualities[from] != ValueQuality.MISSING) {
      from++;
    }
    int to = from;
    while (to < size && qualities[to] == ValueQuality.MISSING) {
      to++;
    }
    return new Interval(at(from), at(to));
  }

  /** The series; only with at least one quarter-hour. */
  RegisterSeries build() {
    ValueStatus[] all = statuses;
    if (all.length > 0 && all.length != size) {
      all = Arrays.copyOf(statuses, size);
      Arrays.fill(all, Math.min(statuses.length, size), size, ValueStatus.NONE);
    }
    boolean exact = milliWattHours.length == size;
    return new RegisterSeries(
        obis,
        new Interval(at(0), at(size)),
        exact ? milliWattHours : Arrays.copyOf(milliWattHours, size),
        exact ? qualities : Arrays.copyOf(qualities, size),
        all);
  }

  private Instant at(int index) {
    return Instant.ofEpochSecond(begin + (long) QUARTER_HOUR * index);
  }
}

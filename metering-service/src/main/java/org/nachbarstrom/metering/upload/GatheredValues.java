package org.nachbarstrom.metering.upload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * The quarter-hour values of an upload by series and UTC day, whatever the order in which they
 * came. What is held is bounded, so an upload of any form fits into memory.
 */
public final class GatheredValues {
  /** Values that one upload may have. */
  public static final int MOST_VALUES = 5_000_000;

  /** Days of series that one upload may touch; 60 000 full days have 5.76 million values. */
  public static final int MOST_DAYS = 60_000;

  private static final long QUARTER_HOUR_SECONDS = 900;

  private final Map<SeriesKey, Series> series = new TreeMap<>();
  private int values;
  private int days;

  /** The values of one series; keep it while adding values in a row. */
  public Series of(SeriesKey key) {
    return series.computeIfAbsent(key, any -> new Series());
  }

  /** How many values were added. */
  public int size() {
    return values;
  }

  /** Calls for each series, in the order of point and direction, with its days in order. */
  public void forEach(BiConsumer<SeriesKey, List<DayBlock>> action) {
    series.forEach((key, of) -> {
      if (!of.days.isEmpty()) {
        action.accept(key, of.blocks());
      }
    });
  }

  /** The series with values, in order, with how many days each has. */
  public Map<SeriesKey, Integer> sizes() {
    Map<SeriesKey, Integer> sizes = new TreeMap<>();
    series.forEach((key, of) -> {
      if (!of.days.isEmpty()) {
        sizes.put(key, of.days.size());
      }
    });
    return sizes;
  }

  /** The values of one series. */
  public final class Series {
    private final TreeMap<LocalDate, GatheredDay> days = new TreeMap<>();
    private @Nullable LocalDate lastDay;
    private GatheredDay last = new GatheredDay();

    private Series() {}

    /**
     * Adds a value.
     *
     * @param start of a quarter-hour
     * @param milliWattHours at least 0
     * @throws ProblemException {@link UploadRejection#UPLOAD_TOO_LARGE}
     */
    public Addition add(Instant start, long milliWattHours, ValueQuality quality) {
      long number = Math.floorDiv(start.getEpochSecond(), QUARTER_HOUR_SECONDS);
      LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(number, QuarterHours.PER_UTC_DAY));
      int slot = (int) Math.floorMod(number, (long) QuarterHours.PER_UTC_DAY);
      Addition addition = on(day).add(slot, milliWattHours, quality);
      if (addition == Addition.ADDED && ++values > MOST_VALUES) {
        throw new ProblemException(
            UploadRejection.UPLOAD_TOO_LARGE,
            "The upload has more than %,d values.".formatted(MOST_VALUES));
      }
      return addition;
    }

    private GatheredDay on(LocalDate day) {
      if (!day.equals(lastDay)) {
        last =
            days.computeIfAbsent(
                day,
                any -> {
                  countDay();
                  return new GatheredDay();
                });
        lastDay = day;
      }
      return last;
    }

    private List<DayBlock> blocks() {
      List<DayBlock> blocks = new ArrayList<>(days.size());
      days.forEach((day, gathered) -> blocks.add(gathered.block(day)));
      return blocks;
    }
  }

  private void countDay() {
    if (++days > MOST_DAYS) {
      throw new ProblemException(
          UploadRejection.UPLOAD_TOO_LARGE,
          "The upload touches more than %,d days of series.".formatted(MOST_DAYS));
    }
  }
}

package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.ProblemException;

/** Cuts the values of one message for one series into day blocks and checks them on the way. */
public final class DayBlockAssembly {
  /** 1 GWh in a quarter-hour, the output of four large power stations. */
  public static final long LARGEST_MILLI_WATT_HOURS = 1_000_000_000_000L;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Map<LocalDate, Day> days = new TreeMap<>();

  /** Adds values in a row about which nothing else was said. */
  public void add(Instant start, List<Long> milliWattHours, List<QualityRun> qualities) {
    add(start, milliWattHours, qualities, List.of());
  }

  /**
   * Adds values in a row.
   *
   * @param start start of the first quarter-hour
   * @param milliWattHours energies in 10⁻⁶ kWh
   * @param qualities as many in sum
   * @param statuses of some of the values, in order and without overlap
   * @throws ProblemException with a {@link SeriesRejection} if they cannot be taken
   */
  public void add(
      Instant start,
      List<Long> milliWattHours,
      List<QualityRun> qualities,
      List<StatusRun> statuses) {
    if (!Interval.isQuarterHour(start) || start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
      throw new ProblemException(
          SeriesRejection.MISALIGNED_VALUES, "Values begin at " + start + ".");
    }
    List<ValueQuality> expanded = expand(qualities, milliWattHours.size());
    List<ValueStatus> said = expandStatuses(statuses, milliWattHours.size());
    Instant slotStart = start;
    for (int i = 0; i < milliWattHours.size(); i++) {
      put(slotStart, milliWattHours.get(i), expanded.get(i), said.get(i));
      slotStart = slotStart.plus(Interval.QUARTER_HOUR);
    }
  }

  private static List<ValueStatus> expandStatuses(List<StatusRun> runs, int size) {
    List<ValueStatus> expanded = new ArrayList<>(size);
    for (StatusRun run : runs) {
      if (run.index() < expanded.size() || run.count() < 1 || run.count() > size - run.index()) {
        throw new ProblemException(
            SeriesRejection.STATUS_OUTSIDE_VALUES,
            "The statuses from value " + run.index() + " on do not fit " + size + " values.");
      }
      expanded.addAll(Collections.nCopies(run.index() - expanded.size(), ValueStatus.NONE));
      expanded.addAll(Collections.nCopies(run.count(), run.status()));
    }
    expanded.addAll(Collections.nCopies(size - expanded.size(), ValueStatus.NONE));
    return expanded;
  }

  private static List<ValueQuality> expand(List<QualityRun> runs, int size) {
    List<ValueQuality> expanded = new ArrayList<>(size);
    for (QualityRun run : runs) {
      if (run.count() < 1 || run.count() > size - expanded.size()) {
        throw mismatch(size);
      }
      for (int i = 0; i < run.count(); i++) {
        expanded.add(run.quality());
      }
    }
    if (expanded.size() != size) {
      throw mismatch(size);
    }
    return expanded;
  }

  private static ProblemException mismatch(int size) {
    return new ProblemException(
        SeriesRejection.QUALITY_COUNT_MISMATCH, "The qualities do not make " + size + " values.");
  }

  private void put(Instant start, long milliWattHours, ValueQuality quality, ValueStatus status) {
    if (milliWattHours < 0 || milliWattHours > LARGEST_MILLI_WATT_HOURS) {
      throw new ProblemException(
          SeriesRejection.IMPLAUSIBLE_QUANTITY,
          "The value at " + start + " is " + milliWattHours + " mWh.");
    }
    Day day = days.computeIfAbsent(QuarterHours.utcDayOf(start), utcDay -> new Day());
    int slot = QuarterHours.slotOf(start);
    if (day.qualities[slot] != null) {
      throw new ProblemException(
          SeriesRejection.OVERLAPPING_VALUES, "There are two values at " + start + ".");
    }
    day.energies[slot] = milliWattHours;
    day.qualities[slot] = quality;
    day.statuses.set(slot, status);
  }

  /** What was added, one block per UTC day, in order. */
  public Collection<DayBlock> blocks() {
    List<DayBlock> blocks = new ArrayList<>(days.size());
    days.forEach((utcDay, day) ->
        blocks.add(DayBlock.of(utcDay, day.energies, day.qualities).withStatuses(day.statuses)));
    return blocks;
  }

  private static final class Day {
    private final long[] energies = new long[QuarterHours.PER_UTC_DAY];
    private final @Nullable ValueQuality[] qualities = new ValueQuality[QuarterHours.PER_UTC_DAY];
    private final List<ValueStatus> statuses =
        new ArrayList<>(Collections.nCopies(QuarterHours.PER_UTC_DAY, ValueStatus.NONE));
  }
}

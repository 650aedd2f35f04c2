package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The same as {@link #add(Instant, long[], List, List)} with boxed energies. */
  public void add(
      Instant start,
      List<Long> milliWattHours,
      List<QualityRun> qualities,
      List<StatusRun> statuses) {
    add(start, milliWattHours.stream().mapToLong(Long::longValue).toArray(), qualities, statuses);
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
      Instant start, long[] milliWattHours, List<QualityRun> qualities, List<StatusRun> statuses) {
    if (!Interval.isQuarterHour(start) || start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
      throw new ProblemException(
          SeriesRejection.MISALIGNED_VALUES, "Values begin at " + start + ".");
    }
    ValueQuality[] expanded = expand(qualities, milliWattHours.length);
    List<ValueStatus> said = expandStatuses(statuses, milliWattHours.length);
    LocalDate utcDay = QuarterHours.utcDayOf(start);
    int slot = QuarterHours.slotOf(start);
    int done = 0;
    while (done < milliWattHours.length) {
      int count = Math.min(QuarterHours.PER_UTC_DAY - slot, milliWattHours.length - done);
      Day day = days.computeIfAbsent(utcDay, Day::new);
      for (int i = done; i < done + count; i++) {
        day.put(slot++, milliWattHours[i], expanded[i]);
      }
      if (!statuses.isEmpty()) {
        day.say(slot - count, said.subList(done, done + count));
      }
      done += count;
      utcDay = utcDay.plusDays(1);
      slot = 0;
    }
  }

  private static List<ValueStatus> expandStatuses(List<StatusRun> runs, int size) {
    List<ValueStatus> expanded = new ArrayList<>(runs.isEmpty() ? 0 : size);
    for (StatusRun run : runs) {
      if (run.index() < expanded.size() || run.count() < 1 || run.count() > size - run.index()) {
        throw new ProblemException(
            SeriesRejection.STATUS_OUTSIDE_VALUES,
            "The statuses from value " + run.index() + " on do not fit " + size + " values.");
      }
      expanded.addAll(Collections.nCopies(run.index() - expanded.size(), ValueStatus.NONE));
      expanded.addAll(Collections.nCopies(run.count(), run.status()));
    }
    if (!runs.isEmpty()) {
      expanded.addAll(Collections.nCopies(size - expanded.size(), ValueStatus.NONE));
    }
    return expanded;
  }

  private static ValueQuality[] expand(List<QualityRun> runs, int size) {
    ValueQuality[] expanded = new ValueQuality[size];
    int filled = 0;
    for (QualityRun run : runs) {
      if (run.count() < 1 || run.count() > size - filled) {
        throw mismatch(size);
      }
      Arrays.fill(expanded, filled, filled + run.count(), run.quality());
      filled += run.count();
    }
    if (filled != size) {
      throw mismatch(size);
    }
    return expanded;
  }

  private static ProblemException mismatch(int size) {
    return new ProblemException(
        SeriesRejection.QUALITY_COUNT_MISMATCH, "The qualities do not make " + size + " values.");
  }

  /** What was added, one block per UTC day, in order. */
  public Collection<DayBlock> blocks() {
    return days.values().stream().map(Day::block).toList();
  }

  private static final class Day {
    private final LocalDate utcDay;
    private final long[] energies = new long[QuarterHours.PER_UTC_DAY];
    private final @Nullable ValueQuality[] qualities = new ValueQuality[QuarterHours.PER_UTC_DAY];
    private List<ValueStatus> statuses = List.of();

    private Day(LocalDate utcDay) {
      this.utcDay = utcDay;
    }

    private void put(int slot, long milliWattHours, ValueQuality quality) {
      if (milliWattHours < 0 || milliWattHours > LARGEST_MILLI_WATT_HOURS) {
        throw new ProblemException(
            SeriesRejection.IMPLAUSIBLE_QUANTITY,
            "The value at " + start(slot) + " is " + milliWattHours + " mWh.");
      }
      if (qualities[slot] != null) {
        throw new ProblemException(
            SeriesRejection.OVERLAPPING_VALUES, "There are two values at " + start(slot) + ".");
      }
      energies[slot] = milliWattHours;
      qualities[slot] = quality;
    }

    private void say(int from, List<ValueStatus> said) {
      if (statuses.isEmpty()) {
        statuses = new ArrayList<>(Collections.nCopies(energies.length, ValueStatus.NONE));
      }
      for (int i = 0; i < said.size(); i++) {
        statuses.set(from + i, said.get(i));
      }
    }

    private Instant start(int slot) {
      return QuarterHours.startOf(utcDay, slot);
    }

    private DayBlock block() {
      DayBlock block = DayBlock.of(utcDay, energies, qualities);
      return statuses.isEmpty() ? block : block.withStatuses(statuses);
    }
  }
}

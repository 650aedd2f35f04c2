package org.nachbarstrom.metering.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayBlockAssembly;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.QualityRun;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Day blocks of what readings tell. */
final class DerivedDays {
  private static final AdjacentReadings.QuarterHourEnergy NOTHING =
      new AdjacentReadings.QuarterHourEnergy(0, ValueQuality.MISSING);

  private DerivedDays() {}

  /**
   * Energies of quarter-hours, and missing values where readings told one before, by when they were
   * told: the message time of the newest document about either of the two readings. It depends on
   * what is known and not on the order in which it came.
   *
   * @param energies by start of quarter-hour
   * @param latest what counts in the series now
   * @param newest message times by moment
   * @param window where energies were looked for
   */
  static Map<Instant, List<DayBlock>> of(
      Map<Instant, AdjacentReadings.QuarterHourEnergy> energies,
      Map<LocalDate, DayState> latest,
      Map<Instant, Instant> newest,
      Interval window) {
    Map<Instant, AdjacentReadings.QuarterHourEnergy> all = new TreeMap<>(energies);
    latest.forEach((day, state) ->
        told(day, state)
            .filter(start -> inside(window, start))
            .forEach(start -> all.putIfAbsent(start, NOTHING)));
    all.entrySet()
        .removeIf(told ->
            substituted(told.getKey(), told.getValue(), latest, newest)
                || toldBefore(told.getKey(), told.getValue(), latest, newest));
    Map<Instant, DayBlockAssembly> byTime = new TreeMap<>();
    all.forEach((start, energy) ->
        byTime
            .computeIfAbsent(newest(newest, start), time -> new DayBlockAssembly())
            .add(
                start,
                List.of(energy.milliWattHours()),
                List.of(new QualityRun(energy.quality(), 1))));
    Map<Instant, List<DayBlock>> blocks = new TreeMap<>();
    byTime.forEach((time, assembly) -> blocks.put(time, List.copyOf(assembly.blocks())));
    return blocks;
  }

  /** Whether something usable stands in already for a value that is not, and nothing is newer. */
  private static boolean substituted(
      Instant start,
      AdjacentReadings.QuarterHourEnergy energy,
      Map<LocalDate, DayState> latest,
      Map<Instant, Instant> newest) {
    DayState state = latest.get(QuarterHours.utcDayOf(start));
    if (state == null || usable(energy.quality()) || energy.equals(NOTHING)) {
      return false;
    }
    int slot = QuarterHours.slotOf(start);
    return usable(state.values().quality(slot))
        && state
            .origin(slot)
            .filter(origin -> !origin.derived() && !origin.aboutDerived())
            .filter(origin -> !newest(newest, start).isAfter(origin.messageTime()))
            .isPresent();
  }

  /** Whether the same was told before, something else about it counts now, and nothing is newer. */
  private static boolean toldBefore(
      Instant start,
      AdjacentReadings.QuarterHourEnergy energy,
      Map<LocalDate, DayState> latest,
      Map<Instant, Instant> newest) {
    DayState state = latest.get(QuarterHours.utcDayOf(start));
    int slot = QuarterHours.slotOf(start);
    return state != null
        && state.derived().holds(slot)
        && state.derived().quality(slot) == energy.quality()
        && state.derived().energy(slot) == energy.milliWattHours()
        && state
            .origin(slot)
            .filter(origin -> !origin.derived())
            .filter(origin -> !newest(newest, start).isAfter(origin.messageTime()))
            .isPresent();
  }

  private static boolean usable(ValueQuality quality) {
    return quality.billable() || quality.provisional();
  }

  private static Instant newest(Map<Instant, Instant> newest, Instant start) {
    Instant begin = newest.getOrDefault(start, Instant.EPOCH);
    Instant end = newest.getOrDefault(start.plus(Interval.QUARTER_HOUR), Instant.EPOCH);
    return begin.isAfter(end) ? begin : end;
  }

  /** The quarter-hours of the day whose values come from readings. */
  private static Stream<Instant> told(LocalDate day, DayState state) {
    return IntStream.range(0, QuarterHours.PER_UTC_DAY)
        .filter(slot -> state.derived().quality(slot) != ValueQuality.MISSING)
        .mapToObj(slot -> QuarterHours.startOf(day, slot));
  }

  /** Whether both readings of the quarter-hour lie in the window. */
  private static boolean inside(Interval window, Instant start) {
    return !start.isBefore(window.start())
        && !start.plus(Interval.QUARTER_HOUR).isAfter(window.end());
  }
}

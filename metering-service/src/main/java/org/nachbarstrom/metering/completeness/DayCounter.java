package org.nachbarstrom.metering.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.LoadProfile;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.DeliveryCalendar;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Counts values day by day.
 *
 * @param calendar parts the days
 * @param days with an end
 * @param now at which instant is judged what is overdue
 */
record DayCounter(DeliveryCalendar calendar, DateRange days, Instant now) {
  /**
   * Counts a series.
   *
   * @param profile values of all the days
   * @param expected days on which values are expected
   * @param erased whether values of a moment are kept no longer
   * @return all days, in order
   */
  List<DayCount> count(
      LoadProfile profile, Predicate<LocalDate> expected, Predicate<Instant> erased) {
    List<DayCount> counts = new ArrayList<>();
    int from = 0;
    for (LocalDate day : days.from().datesUntil(days.end().orElseThrow()).toList()) {
      int size = calendar.quarterHours(day);
      Map<ValueQuality, Integer> byQuality = byQuality(profile, from, size);
      if (erased.test(calendar.of(day).start())) {
        counts.add(DayCount.erased(day));
      } else {
        counts.add(expected.test(day) ? expected(day, size, byQuality) : surplus(day, byQuality));
      }
      from += size;
    }
    return counts;
  }

  private static Map<ValueQuality, Integer> byQuality(LoadProfile profile, int from, int size) {
    Map<ValueQuality, Integer> counts = new EnumMap<>(ValueQuality.class);
    for (int i = from; i < from + size; i++) {
      counts.merge(profile.quality(i), 1, Integer::sum);
    }
    return counts;
  }

  private DayCount expected(LocalDate day, int size, Map<ValueQuality, Integer> byQuality) {
    int measured = of(byQuality, ValueQuality.MEASURED);
    int substitute = of(byQuality, ValueQuality.SUBSTITUTE);
    int provisional = of(byQuality, ValueQuality.PROVISIONAL);
    int missing = size - measured - substitute - provisional;
    return new DayCount(
        day,
        size,
        measured,
        substitute,
        provisional,
        missing - of(byQuality, ValueQuality.MISSING),
        0,
        missing == 0 ? null : overdueSince(day),
        false);
  }

  private static DayCount surplus(LocalDate day, Map<ValueQuality, Integer> byQuality) {
    int all = byQuality.values().stream().mapToInt(Integer::intValue).sum();
    return new DayCount(day, 0, 0, 0, 0, 0, all - of(byQuality, ValueQuality.MISSING), null, false);
  }

  /** The end of the following day, in the course of which the values are sent. */
  private @Nullable Instant overdueSince(LocalDate day) {
    Instant due = calendar.of(day.plusDays(1)).end();
    return due.isAfter(now) ? null : due;
  }

  private static int of(Map<ValueQuality, Integer> byQuality, ValueQuality quality) {
    return byQuality.getOrDefault(quality, 0);
  }
}

package org.nachbarstrom.metering.completeness;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.nachbarstrom.metering.series.SeriesKey;

/**
 * What of a series is there and what is missing.
 *
 * @param series point and direction
 * @param declared whether the point is declared
 * @param days in order; of a direction that the point has not only days with values
 * @param requests for values of at least one of the days of the question, in the order of time
 */
public record SeriesCompleteness(
    SeriesKey series, boolean declared, List<DayCount> days, List<ValueRequest> requests) {
  /** Whether nothing is missing. */
  public boolean complete() {
    return sum(DayCount::missing) == 0;
  }

  /** From when on the oldest value that is missing was overdue; absent: none is. */
  public Optional<Instant> missingSince() {
    return days.stream()
        .map(DayCount::missingSince)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** Sum over all days. */
  public int sum(ToIntFunction<DayCount> count) {
    return days.stream().mapToInt(count).sum();
  }

  /** The requests that asked for values of the day. */
  public List<ValueRequest> requests(DayCount day) {
    return requests.stream().filter(request -> request.days().contains(day.day())).toList();
  }
}

package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Values of some series as known at one instant.
 *
 * @param blocks day block per series and UTC day; none where nothing was known
 */
public record SeriesSnapshot(Map<SeriesKey, Map<LocalDate, DayBlock>> blocks) {
  /** What else was said about the value of the quarter-hour that begins at the instant. */
  public ValueStatus status(SeriesKey key, Instant start) {
    DayBlock block = blocks.getOrDefault(key, Map.of()).get(QuarterHours.utcDayOf(start));
    return block == null ? ValueStatus.NONE : block.status(QuarterHours.slotOf(start));
  }

  /** The values of the series in the interval, which must be aligned to quarter-hours. */
  public LoadProfile profile(SeriesKey key, Interval interval) {
    Map<LocalDate, DayBlock> days = blocks.getOrDefault(key, Map.of());
    long[] energies = new long[interval.quarterHours()];
    ValueQuality[] qualities = new ValueQuality[energies.length];
    LocalDate day = QuarterHours.utcDayOf(interval.start());
    int slot = QuarterHours.slotOf(interval.start());
    for (int at = 0; at < energies.length; day = day.plusDays(1)) {
      int count = Math.min(QuarterHours.PER_UTC_DAY - slot, energies.length - at);
      @Nullable DayBlock block = days.get(day);
      if (block == null) {
        Arrays.fill(qualities, at, at + count, ValueQuality.MISSING);
      }
      for (int i = 0; block != null && i < count; i++) {
        energies[at + i] = block.energy(slot + i);
        qualities[at + i] = block.quality(slot + i);
      }
      at += count;
      slot = 0;
    }
    return new LoadProfile(interval, energies, qualities);
  }
}

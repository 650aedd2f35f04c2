package org.nachbarstrom.metering.series;

import java.time.Instant;
import java.time.LocalDate;
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
    Instant start = interval.start();
    LocalDate day = QuarterHours.utcDayOf(start);
    int slot = QuarterHours.slotOf(start);
    for (int i = 0; i < energies.length; i++) {
      @Nullable DayBlock block = days.get(day);
      energies[i] = block == null ? 0 : block.energy(slot);
      qualities[i] = block == null ? ValueQuality.MISSING : block.quality(slot);
      slot++;
      if (slot == QuarterHours.PER_UTC_DAY) {
        slot = 0;
        day = day.plusDays(1);
      }
    }
    return new LoadProfile(interval, energies, qualities);
  }
}

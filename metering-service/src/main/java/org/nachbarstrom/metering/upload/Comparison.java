package org.nachbarstrom.metering.upload;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;

/**
 * How values compare with what is known.
 *
 * @param added values for which nothing is known
 * @param differing values of which another energy or quality is known
 * @param same values that are known
 */
record Comparison(long added, long differing, long same) {
  static final Comparison NONE = new Comparison(0, 0, 0);

  /** Compares the values of a batch. */
  static Comparison of(Batch batch, SeriesSnapshot known) {
    Comparison sum = NONE;
    for (Batch.Part part : batch.parts()) {
      sum = sum.plus(of(part, known));
    }
    return sum;
  }

  /** Compares the values of a day of a series. */
  static Comparison of(Batch.Part part, SeriesSnapshot known) {
    DayBlock block = part.block();
    @Nullable DayBlock before = block(known, part.key(), block.day());
    long added = 0;
    long differing = 0;
    long same = 0;
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      if (block.holds(slot)) {
        if (before == null || !before.holds(slot)) {
          added++;
        } else if (before.energy(slot) == block.energy(slot)
            && before.quality(slot) == block.quality(slot)) {
          same++;
        } else {
          differing++;
        }
      }
    }
    return new Comparison(added, differing, same);
  }

  private static @Nullable DayBlock block(SeriesSnapshot known, SeriesKey key, LocalDate day) {
    return known.blocks().getOrDefault(key, Map.of()).get(day);
  }

  Comparison plus(Comparison other) {
    return new Comparison(added + other.added, differing + other.differing, same + other.same);
  }
}

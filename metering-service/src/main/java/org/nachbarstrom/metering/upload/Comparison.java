package org.nachbarstrom.metering.upload;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.DayState;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesSnapshot;

/**
 * How values compare with what is known.
 *
 * @param added values for which nothing is known
 * @param differing values of which another energy or quality is known
 * @param same values that are known
 * @param outdated values that differ from what is known and would not count, because that is later
 */
record Comparison(long added, long differing, long same, long outdated) {
  static final Comparison NONE = new Comparison(0, 0, 0, 0);

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
    return of(part.block(), block(known, part.key(), part.block().day()));
  }

  /**
   * Says what recording the values of a day of a series would come to.
   *
   * @param known the day as it is
   * @param origin of the values
   */
  static Comparison of(Batch.Part part, DayState known, Origin origin) {
    Comparison before = of(part.block(), known.values());
    long outdated = of(part.block(), known.merge(part.block(), origin).state().values()).differing;
    return new Comparison(before.added, before.differing - outdated, before.same, outdated);
  }

  private static Comparison of(DayBlock block, @Nullable DayBlock before) {
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
    return new Comparison(added, differing, same, 0);
  }

  private static @Nullable DayBlock block(SeriesSnapshot known, SeriesKey key, LocalDate day) {
    return known.blocks().getOrDefault(key, Map.of()).get(day);
  }

  /** How many there are. */
  long values() {
    return added + differing + same + outdated;
  }

  Comparison plus(Comparison other) {
    return new Comparison(
        added + other.added,
        differing + other.differing,
        same + other.same,
        outdated + other.outdated);
  }
}

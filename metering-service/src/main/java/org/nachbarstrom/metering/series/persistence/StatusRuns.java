package org.nachbarstrom.metering.series.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.ValueStatus;

/**
 * Statuses of a day as runs, parted by semicolons: how many slots in a row, then their status, of
 * which nothing is left where nothing was said. {@code 4 Z32:Z92;92} is a day whose first hour was
 * interpolated.
 */
final class StatusRuns {
  private StatusRuns() {}

  /** The runs, or nothing if nothing was said on the day. */
  static @Nullable String write(DayBlock block) {
    if (!block.anyStatus()) {
      return null;
    }
    List<String> runs = new ArrayList<>();
    int begin = 0;
    for (int slot = 1; slot <= QuarterHours.PER_UTC_DAY; slot++) {
      if (slot == QuarterHours.PER_UTC_DAY || !block.status(slot).equals(block.status(begin))) {
        runs.add((slot - begin + " " + block.status(begin).text()).strip());
        begin = slot;
      }
    }
    return String.join(";", runs);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static List<ValueStatus> read(String runs) {
    List<ValueStatus> statuses = new ArrayList<>(QuarterHours.PER_UTC_DAY);
    for (String run : runs.split(";", -1)) {
      int blank = run.indexOf(' ');
      int count = Integer.parseInt(blank < 0 ? run : run.substring(0, blank));
      if (count < 1 || count > QuarterHours.PER_UTC_DAY - statuses.size()) {
        throw new IllegalArgumentException("no statuses of a day: " + runs);
      }
      ValueStatus status =
          blank < 0 ? ValueStatus.NONE : ValueStatus.parse(run.substring(blank + 1));
      statuses.addAll(Collections.nCopies(count, status));
    }
    if (statuses.size() != QuarterHours.PER_UTC_DAY) {
      throw new IllegalArgumentException("no statuses of a day: " + runs);
    }
    return statuses;
  }
}

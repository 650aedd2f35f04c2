package org.nachbarstrom.metering.upload.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the time of rows seems to stand, and how it is written.
 *
 * @param column index
 * @param timeOfDay index of the time of day, or −1
 * @param format as in a mapping
 * @param offset whether times have an offset
 */
record TimeGuess(int column, int timeOfDay, String format, boolean offset) {
  private static final Pattern NAME =
      Pattern.compile("(?i).*(zeit|datum|time|date|start|beginn|von|interval|stamp).*");
  private static final List<String> DATES = List.of("d.M.uuuu", "uuuu-MM-dd", "d/M/uuuu", "d.M.uu");
  private static final List<String> TIMES = List.of(" H:mm", " H:mm:ss");

  /** The first column that is a time, or two columns that are date and time of day. */
  static Optional<TimeGuess> of(TableSample sample) {
    for (int i = 0; i < sample.names().size(); i++) {
      Optional<TimeGuess> guess = at(sample, i);
      if (guess.isPresent()) {
        return guess;
      }
    }
    return Optional.empty();
  }

  private static Optional<TimeGuess> at(TableSample sample, int column) {
    String cell = sample.cell(column);
    if (sample.isWorkbookNumber(column)) {
      return NAME.matcher(sample.names().get(column)).matches()
          ? Optional.of(new TimeGuess(column, -1, TimeText.ISO, false))
          : Optional.empty();
    }
    Optional<TimeText.Time> iso = TimeText.of(TimeText.ISO).read(cell);
    if (iso.isPresent()) {
      boolean offset = iso.get() instanceof TimeText.Time.Exact;
      return Optional.of(new TimeGuess(column, -1, TimeText.ISO, offset));
    }
    String next = sample.cell(column + 1);
    for (String date : DATES) {
      for (String time : TIMES) {
        TimeText reader = TimeText.of(date + time);
        if (reader.read(cell).isPresent()) {
          return Optional.of(new TimeGuess(column, -1, date + time, false));
        }
        if (reader.read(cell + " " + next).isPresent()) {
          return Optional.of(new TimeGuess(column, column + 1, date + time, false));
        }
      }
    }
    return Optional.empty();
  }
}

package org.nachbarstrom.metering.series.persistence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.series.ValueStatus;

/** Statuses of a day as its distinct ones and an index per slot; −1 where nothing was said. */
final class Statuses {
  private Statuses() {}

  /** The distinct statuses in the order of their first slot, or nothing if there is none. */
  static String @Nullable [] distinct(DayBlock block) {
    return block.anyStatus() ? texts(block).toArray(String[]::new) : null;
  }

  /** Per slot the index of its status, or nothing if there is none on the day. */
  static Short @Nullable [] indexes(DayBlock block) {
    if (!block.anyStatus()) {
      return null;
    }
    List<String> texts = texts(block);
    Short[] indexes = new Short[QuarterHours.PER_UTC_DAY];
    for (int slot = 0; slot < indexes.length; slot++) {
      indexes[slot] = (short) texts.indexOf(block.status(slot).text());
    }
    return indexes;
  }

  private static List<String> texts(DayBlock block) {
    List<String> texts = new ArrayList<>();
    for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
      String text = block.status(slot).text();
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  static List<ValueStatus> read(Short[] indexes, String[] texts) {
    List<ValueStatus> statuses = new ArrayList<>(indexes.length);
    for (short index : indexes) {
      statuses.add(index < 0 ? ValueStatus.NONE : ValueStatus.parse(texts[index]));
    }
    return statuses;
  }
}

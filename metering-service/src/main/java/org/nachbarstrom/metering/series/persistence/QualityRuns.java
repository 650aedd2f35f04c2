package org.nachbarstrom.metering.series.persistence;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Qualities of a day as runs: a letter, then how many slots in a row have it; a dot where the slots
 * hold nothing. {@code .88M8} is a day on which only the last two hours were measured.
 */
final class QualityRuns {
  private static final char NOTHING = '.';

  private QualityRuns() {}

  static String write(DayBlock block) {
    StringBuilder runs = new StringBuilder();
    int begin = 0;
    for (int slot = 1; slot <= QuarterHours.PER_UTC_DAY; slot++) {
      if (slot == QuarterHours.PER_UTC_DAY || letter(block, slot) != letter(block, begin)) {
        runs.append(letter(block, begin)).append(slot - begin);
        begin = slot;
      }
    }
    return runs.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @return 96 qualities; null where the slot holds nothing
   * @throws IllegalArgumentException if it is something else
   */
  static @Nullable ValueQuality[] read(String runs) {
    @Nullable ValueQuality[] qualities = new ValueQuality[QuarterHours.PER_UTC_DAY];
    int slot = 0;
    int at = 0;
    while (at < runs.length()) {
      ValueQuality quality = quality(runs.charAt(at++));
      int count = 0;
      while (at < runs.length() && Character.isDigit(runs.charAt(at))) {
        count = count * 10 + runs.charAt(at++) - '0';
      }
      if (count < 1 || count > qualities.length - slot) {
        throw new IllegalArgumentException("no qualities of a day: " + runs);
      }
      for (int i = 0; i < count; i++) {
        qualities[slot++] = quality;
      }
    }
    if (slot != qualities.length) {
      throw new IllegalArgumentException("no qualities of a day: " + runs);
    }
    return qualities;
  }

  private static char letter(DayBlock block, int slot) {
    return block.holds(slot) ? letter(block.quality(slot)) : NOTHING;
  }

  private static char letter(ValueQuality quality) {
    return switch (quality) {
      case MEASURED -> 'M';
      case SUBSTITUTE -> 'S';
      case PROVISIONAL -> 'P';
      case PROPOSED -> 'R';
      case UNUSABLE -> 'U';
      case FORECAST -> 'F';
      case MISSING -> 'X';
    };
  }

  private static @Nullable ValueQuality quality(char letter) {
    return switch (letter) {
      case NOTHING -> null;
      case 'M' -> ValueQuality.MEASURED;
      case 'S' -> ValueQuality.SUBSTITUTE;
      case 'P' -> ValueQuality.PROVISIONAL;
      case 'R' -> ValueQuality.PROPOSED;
      case 'U' -> ValueQuality.UNUSABLE;
      case 'F' -> ValueQuality.FORECAST;
      case 'X' -> ValueQuality.MISSING;
      default -> throw new IllegalArgumentException("no quality has the letter " + letter);
    };
  }
}

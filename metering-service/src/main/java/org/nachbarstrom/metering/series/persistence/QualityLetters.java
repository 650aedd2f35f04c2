package org.nachbarstrom.metering.series.persistence;

import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.ValueQuality;

/** Qualities of a day as one letter per slot; a dot where the slot holds nothing. */
final class QualityLetters {
  private static final char NOTHING = '.';

  private QualityLetters() {}

  static String write(@Nullable ValueQuality[] qualities) {
    StringBuilder letters = new StringBuilder(qualities.length);
    for (ValueQuality quality : qualities) {
      letters.append(quality == null ? NOTHING : letter(quality));
    }
    return letters.toString();
  }

  static @Nullable ValueQuality[] read(String letters) {
    @Nullable ValueQuality[] qualities = new ValueQuality[letters.length()];
    for (int slot = 0; slot < qualities.length; slot++) {
      qualities[slot] = quality(letters.charAt(slot));
    }
    return qualities;
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
    if (letter == NOTHING) {
      return null;
    }
    for (ValueQuality quality : ValueQuality.values()) {
      if (letter(quality) == letter) {
        return quality;
      }
    }
    throw new IllegalStateException("no quality has the letter " + letter);
  }
}

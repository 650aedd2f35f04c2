package org.nachbarstrom.metering.upload;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.DayBlock;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.quantities.ValueQuality;

/** The values of an upload for one series and UTC day, in about five bytes each. */
final class GatheredDay {
  /** Energies in 10⁻⁶ kWh as far as they fit; longs as soon as one does not. */
  private int[] small = new int[QuarterHours.PER_UTC_DAY];

  private long[] large = {};

  /** One more than the index of the quality in {@link Qualities#ALL}; 0 where nothing is. */
  private final byte[] qualities = new byte[QuarterHours.PER_UTC_DAY];

  private int count;

  Addition add(int slot, long milliWattHours, ValueQuality quality) {
    byte code = (byte) (Qualities.ALL.indexOf(quality) + 1);
    if (qualities[slot] != 0) {
      return qualities[slot] == code && energy(slot) == milliWattHours
          ? Addition.AGAIN
          : Addition.CONFLICT;
    }
    if (large.length == 0 && milliWattHours > Integer.MAX_VALUE) {
      large = Arrays.stream(small).asLongStream().toArray();
      small = new int[0];
    }
    if (large.length == 0) {
      small[slot] = (int) milliWattHours;
    } else {
      large[slot] = milliWattHours;
    }
    qualities[slot] = code;
    count++;
    return Addition.ADDED;
  }

  private long energy(int slot) {
    return large.length == 0 ? small[slot] : large[slot];
  }

  int count() {
    return count;
  }

  DayBlock block(LocalDate day) {
    long[] energies = new long[QuarterHours.PER_UTC_DAY];
    @Nullable ValueQuality[] said = new ValueQuality[QuarterHours.PER_UTC_DAY];
    for (int slot = 0; slot < energies.length; slot++) {
      if (qualities[slot] != 0) {
        energies[slot] = energy(slot);
        said[slot] = Qualities.ALL.get(qualities[slot] - 1);
      }
    }
    return DayBlock.of(day, energies, said);
  }
}

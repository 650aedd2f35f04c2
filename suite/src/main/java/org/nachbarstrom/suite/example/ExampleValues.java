package org.nachbarstrom.suite.example;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * The quarter-hour values of the example communities, in watt-hours.
 *
 * <p>The rule, all in integers. A household takes what a table gives for the local hour, times its
 * size, times a factor between 60 % and 140 % that follows from its market location and the start
 * of the quarter-hour. A roof gives a parabola between 05:30 and 16:30 UTC whose height is 1 600
 * Wh, times its size, times a brightness of the day between 25 % and 100 % that is the same for all
 * roofs, times a factor between 80 % and 100 % for passing clouds. Factors come from SplitMix64.
 */
final class ExampleValues {

  /** Watt-hours per quarter-hour of a typical household by local hour of the day. */
  private static final int[] HOUSEHOLD = {
    34, 30, 28, 27, 27, 30, 58, 96, 92, 78, 72, 80, 110, 98, 80, 76, 88, 122, 164, 172, 150, 118,
    78, 48
  };

  private static final int SUNRISE_MINUTE = 5 * 60 + 30;
  private static final int SUNSET_MINUTE = 16 * 60 + 30;
  private static final int ROOF_PEAK_WATT_HOURS = 1_600;

  private ExampleValues() {}

  /**
   * Energy of one quarter-hour.
   *
   * @param start of the quarter-hour
   * @return watt-hours, never negative
   */
  static long wattHours(ExampleMember member, Instant start) {
    return member.direction() == EnergyDirection.CONSUMPTION
        ? household(member, start)
        : roof(member, start);
  }

  private static long household(ExampleMember member, Instant start) {
    ZonedDateTime local = start.atZone(ExampleCommunity.ZONE);
    long typical = HOUSEHOLD[local.getHour()];
    long factor = 60 + noise(location(member), start.getEpochSecond(), 81);
    return typical * member.size() * factor / 10_000;
  }

  private static long roof(ExampleMember member, Instant start) {
    int minute = Math.floorMod(start.getEpochSecond() / 60, 24 * 60);
    if (minute < SUNRISE_MINUTE || minute >= SUNSET_MINUTE) {
      return 0;
    }
    long since = (long) minute - SUNRISE_MINUTE;
    long until = (long) SUNSET_MINUTE - minute;
    long length = SUNSET_MINUTE - SUNRISE_MINUTE;
    long clear = 4L * ROOF_PEAK_WATT_HOURS * since * until / (length * length);
    LocalDate day = start.atZone(ExampleCommunity.ZONE).toLocalDate();
    long brightness = 25 + noise(0, day.toEpochDay(), 76);
    long clouds = 80 + noise(location(member), start.getEpochSecond(), 21);
    return clear * member.size() / 100 * brightness / 100 * clouds / 100;
  }

  private static long location(ExampleMember member) {
    return Long.parseLong(member.location().value());
  }

  /** A number from 0 up to and without the bound that looks random and depends on both seeds. */
  private static long noise(long seed, long moment, int bound) {
    long mixed = splitMix(splitMix(seed) ^ moment);
    return Long.remainderUnsigned(mixed, bound);
  }

  private static long splitMix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

package org.nachbarstrom.suite.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.nachbarstrom.quantities.MarketLocationId;

/**
 * Values as meters send them, made up but not constant: households use between 10 and 2 000 Wh in a
 * quarter-hour with three decimals, every fifth point is a roof that gives nothing by night.
 */
final class HouseholdMonth {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final int SECONDS = 900;
  private static final int QUARTER_HOURS_PER_DAY = 96;
  private static final int ROOFS = 5;

  private HouseholdMonth() {}

  /** Whether the point feeds in. */
  static boolean roof(int point) {
    return point % ROOFS == 0;
  }

  /** Which way the energy of the point flows. */
  static String direction(int point) {
    return roof(point) ? "GENERATION" : "CONSUMPTION";
  }

  /** Numbers of points of which all or none feed in; another one for each index. */
  static int number(int index, boolean roof) {
    return roof ? index * ROOFS : index / (ROOFS - 1) * ROOFS + 1 + index % (ROOFS - 1);
  }

  /** The identifier of the point with this number. */
  static String point(int number) {
    String ten = Long.toString(5_100_000_000L + number);
    for (int digit = 0; digit < 10; digit++) {
      if (MarketLocationId.tryParse(ten + digit).isPresent()) {
        return ten + digit;
      }
    }
    throw new IllegalStateException(ten);
  }

  /** Start of the local day. */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** Energies in 10⁻⁶ kWh from the first local day up to and without the last. */
  static long[] energies(int point, LocalDate from, LocalDate until) {
    long begin = startOf(from).getEpochSecond() / SECONDS;
    long end = startOf(until).getEpochSecond() / SECONDS;
    long[] energies = new long[Math.toIntExact(end - begin)];
    for (int i = 0; i < energies.length; i++) {
      energies[i] = roof(point) ? sun(point, begin + i) : household(point, begin + i);
    }
    return energies;
  }

  private static long household(int point, long quarterHour) {
    long base = 10_000 + noise(point, 0, 60_000);
    long used = noise(point, quarterHour, 200_000);
    boolean cooking = noise(point, quarterHour / 4, 8) == 0;
    return base + used + (cooking ? noise(point, ~quarterHour, 1_700_000) : 0);
  }

  private static long sun(int point, long quarterHour) {
    long slot = Math.floorMod(quarterHour, QUARTER_HOURS_PER_DAY);
    long height = Math.max(0, (slot - 22) * (66 - slot));
    long clouds = 300 + noise(point, quarterHour, 700);
    return height * clouds * (2 + noise(point, 0, 3));
  }

  /** A number from 0 up to and without the bound that looks random. */
  private static long noise(long seed, long moment, long bound) {
    long z = seed * 0x9E3779B97F4A7C15L + moment * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return Long.remainderUnsigned(z ^ (z >>> 31), bound);
  }
}

package org.nachbarstrom.edifact.subscription;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * From 10⁻⁶ kWh to the watt-hours that MSCONS can say (three decimals, AHB [906]).
 *
 * <p>The sum is rounded half up and its parts by largest remainder, so that they add up to it: of
 * 400 600 and 834 800 (sum 1 235 400, so 1 235 Wh) the whole parts make 1 234 Wh; the missing one
 * goes to 834 800, whose remainder is larger: 400 Wh and 835 Wh.
 */
final class Rounding {
  private static final long MILLI = 1000;

  private Rounding() {}

  /** A quantity in watt-hours, half up; not negative. */
  static long toWattHours(long milliWattHours) {
    return Math.floorDiv(Math.addExact(milliWattHours, MILLI / 2), MILLI);
  }

  /**
   * Parts of a sum in watt-hours, in the same order.
   *
   * @param milliWattHours parts in 10⁻⁶ kWh, not negative; of equal remainders the first part gets
   *     the watt-hour
   */
  static long[] toWattHours(long[] milliWattHours) {
    long sum = 0;
    long[] rounded = new long[milliWattHours.length];
    long given = 0;
    for (int i = 0; i < rounded.length; i++) {
      sum = Math.addExact(sum, milliWattHours[i]);
      rounded[i] = milliWattHours[i] / MILLI;
      given += rounded[i];
    }
    long missing = toWattHours(sum) - given;
    IntStream.range(0, rounded.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -(milliWattHours[i] % MILLI)))
        .limit(missing)
        .forEach(i -> rounded[i]++);
    return rounded;
  }
}

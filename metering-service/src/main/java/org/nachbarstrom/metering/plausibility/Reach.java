package org.nachbarstrom.metering.plausibility;

import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;

/**
 * How far a changed day reaches: comparable days lie within 28 days, readings and quantities of a
 * month within 31, runs within 30. So what is found on a day depends on nothing but the days around
 * it, and whoever checks all days around a change ends where anybody ends who checks everything, in
 * whatever order values came.
 *
 * @param days local days on which something else may be found now, with an end
 */
record Reach(DateRange days) {
  /** Also the most days that a sum is compared over. */
  static final int DAYS = 35;

  /** What a change on the days reaches. */
  static Reach of(DateRange changed) {
    return new Reach(around(changed));
  }

  private static DateRange around(DateRange days) {
    return new DateRange(days.from().minusDays(DAYS), days.end().orElseThrow().plusDays(DAYS));
  }

  /** The days as an interval. */
  Interval interval() {
    return interval(days);
  }

  /** Everything that findings of the days depend on. */
  Interval window() {
    return interval(around(days));
  }

  static Interval interval(DateRange days) {
    return QuantityPeriod.MARKET.of(days.from(), days.end().orElseThrow());
  }
}

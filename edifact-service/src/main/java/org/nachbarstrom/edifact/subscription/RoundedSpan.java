package org.nachbarstrom.edifact.subscription;

import java.time.LocalDate;
import java.time.ZoneId;
import org.nachbarstrom.quantities.Interval;

/**
 * Quantities of a member over neighbouring days as they are reported.
 *
 * @param from first local day
 * @param to first local day after
 * @param sharedWattHours allocated to a consumer, or shared by a producer
 * @param restWattHours residual of a consumer, or surplus of a producer
 */
record RoundedSpan(LocalDate from, LocalDate to, long sharedWattHours, long restWattHours) {

  static RoundedSpan of(MemberSpan span) {
    long[] rounded =
        Rounding.toWattHours(new long[] {span.sharedMilliWattHours(), span.restMilliWattHours()});
    return new RoundedSpan(span.from(), span.to(), rounded[0], rounded[1]);
  }

  long totalWattHours() {
    return sharedWattHours + restWattHours;
  }

  /** From local midnight to local midnight. */
  Interval interval(ZoneId zone) {
    return new Interval(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
  }
}

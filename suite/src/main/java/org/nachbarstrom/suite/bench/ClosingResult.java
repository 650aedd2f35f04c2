package org.nachbarstrom.suite.bench;

/**
 * What a closing cost.
 *
 * @param plan which community
 * @param wallMillis from the request to the commit of all events
 * @param serviceMillis CPU time of the metering service meanwhile
 * @param databaseMillis CPU time of all processes of PostgreSQL meanwhile
 */
public record ClosingResult(
    ClosingPlan plan, long wallMillis, long serviceMillis, long databaseMillis) {

  static ClosingResult of(ClosingPlan plan, Clocks.Passed passed) {
    return new ClosingResult(
        plan, passed.wallMillis(), passed.serviceMillis(), passed.databaseMillis());
  }

  /** CPU time per point in microseconds, that of service and database added. */
  public long cpuMicrosPerPoint() {
    return (serviceMillis + databaseMillis) * 1000 / plan.points();
  }
}

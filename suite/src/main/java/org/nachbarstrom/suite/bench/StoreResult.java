package org.nachbarstrom.suite.bench;

/**
 * How fast values were stored, and in how many bytes.
 *
 * @param way what was done
 * @param values how many
 * @param wallMillis from the first message delivered to the last committed
 * @param serviceMillis CPU time of the metering service meanwhile
 * @param databaseMillis CPU time of all processes of PostgreSQL meanwhile
 * @param bytes by which tables with their indexes grew
 */
public record StoreResult(
    String way, long values, long wallMillis, long serviceMillis, long databaseMillis, long bytes) {

  static StoreResult of(String way, long values, Clocks.Passed passed) {
    return new StoreResult(
        way, values, passed.wallMillis(), passed.serviceMillis(), passed.databaseMillis(), 0);
  }

  /** The same where the service has no part in it, whatever else it did meanwhile. */
  StoreResult withoutService() {
    return new StoreResult(way, values, wallMillis, 0, databaseMillis, bytes);
  }

  StoreResult inBytes(long grown) {
    return new StoreResult(way, values, wallMillis, serviceMillis, databaseMillis, grown);
  }

  /** Values per second of wall-clock time. */
  public long perSecond() {
    return values * 1000 / Math.max(1, wallMillis);
  }

  /** Values per second of CPU time, that of service and database added. */
  public long perCpuSecond() {
    return values * 1000 / Math.max(1, serviceMillis + databaseMillis);
  }

  /** Hundredths of a byte per value. */
  public long centiBytesPerValue() {
    return bytes * 100 / values;
  }

  /** Gigabytes (10⁹) of one year of 10 000 points, in hundredths. */
  public long centiGigabytesPerYear() {
    long valuesPerYear = 10_000L * 365 * 96;
    return centiBytesPerValue() * valuesPerYear / 1_000_000_000L;
  }
}

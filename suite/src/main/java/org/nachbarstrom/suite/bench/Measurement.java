package org.nachbarstrom.suite.bench;

/**
 * How fast one stage was.
 *
 * @param stage what was done
 * @param count how many of the unit
 * @param unit what was counted
 * @param millis wall-clock time
 */
public record Measurement(String stage, long count, String unit, long millis) {

  /** Units per second, rounded. */
  public long perSecond() {
    return count * 1000 / Math.max(1, millis);
  }
}

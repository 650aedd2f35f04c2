package org.nachbarstrom.metering.plausibility;

/**
 * When a rule finds something.
 *
 * @param zeroRunQuarterHours shortest run of zeros
 * @param flatLineQuarterHours shortest run of equal values
 * @param spikeFactor how many times the largest value of comparable days a value may be
 * @param sumTolerancePerMille by how much sums may differ from a register advance or an energy
 *     quantity, in ‰ of that
 */
public record Thresholds(
    int zeroRunQuarterHours, int flatLineQuarterHours, int spikeFactor, int sumTolerancePerMille) {
  /** A day of zeros, four hours of the same, five times the largest, one in a thousand. */
  public static final Thresholds DEFAULT = new Thresholds(96, 16, 5, 1);

  /**
   * Thresholds.
   *
   * @throws IllegalArgumentException if a run is shorter than 2, the factor less than 1 or the
   *     tolerance negative
   */
  public Thresholds {
    if (zeroRunQuarterHours < 2
        || flatLineQuarterHours < 2
        || spikeFactor < 1
        || sumTolerancePerMille < 0) {
      throw new IllegalArgumentException("no thresholds");
    }
  }
}

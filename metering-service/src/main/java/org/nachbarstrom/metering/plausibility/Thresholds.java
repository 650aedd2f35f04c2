package org.nachbarstrom.metering.plausibility;

/**
 * When a rule finds something.
 *
 * @param zeroRunQuarterHours shortest run of zeros, 2 to 2 880
 * @param flatLineQuarterHours shortest run of equal values, 2 to 2 880
 * @param spikeFactor how many times the largest value of comparable days a value may be
 * @param sumTolerancePerMille by how much sums may differ from a register advance or an energy
 *     quantity, in ‰ of that
 * @param checkMeter by how much values may differ from those of the check meter
 */
public record Thresholds(
    int zeroRunQuarterHours,
    int flatLineQuarterHours,
    int spikeFactor,
    int sumTolerancePerMille,
    Tolerance checkMeter) {
  /**
   * A day of zeros, four hours of the same, five times the largest, one in a thousand of a sum; two
   * in a hundred and 10 Wh from the check meter.
   */
  public static final Thresholds DEFAULT = new Thresholds(96, 16, 5, 1, new Tolerance(20, 10_000));

  /** A change reaches no farther than this, see {@link Reach}. */
  private static final int LONGEST_RUN = 2_880;

  /**
   * Thresholds.
   *
   * @throws IllegalArgumentException if a run is shorter than 2 or longer than 2 880, the factor
   *     less than 1 or the tolerance negative
   */
  public Thresholds {
    if (outside(zeroRunQuarterHours)
        || outside(flatLineQuarterHours)
        || spikeFactor < 1
        || sumTolerancePerMille < 0) {
      throw new IllegalArgumentException("no thresholds");
    }
  }

  private static boolean outside(int run) {
    return run < 2 || run > LONGEST_RUN;
  }
}

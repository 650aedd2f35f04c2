package org.nachbarstrom.metering.closing;

/** How final what was announced of a closing is. */
public enum ClosingStage {
  /** Nothing was announced yet. */
  OPEN,
  /** The newest version rests on provisional values and will be replaced. */
  PROVISIONAL,
  /** The newest version is the first without provisional values. */
  FINAL,
  /** The newest version replaces one that was final. */
  CORRECTED;

  /**
   * The stage of a version.
   *
   * @param version its number, 0 if there is none
   * @param provisional whether it rests on provisional values
   * @param finalBefore whether an earlier version did not
   */
  public static ClosingStage of(int version, boolean provisional, boolean finalBefore) {
    if (version == 0) {
      return OPEN;
    }
    if (provisional) {
      return PROVISIONAL;
    }
    return finalBefore ? CORRECTED : FINAL;
  }
}

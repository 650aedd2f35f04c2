package org.nachbarstrom.quantities;

/** How far a meter value can be trusted; the codes are those of MSCONS QTY 6063. */
public enum ValueQuality {
  /** True value (220). */
  MEASURED,
  /** Substitute value by a recognised method (67). */
  SUBSTITUTE,
  /** Provisional value that will be replaced (Z18). */
  PROVISIONAL,
  /** Proposal (201). */
  PROPOSED,
  /** Value that must not be used (20). */
  UNUSABLE,
  /** Forecast (187). */
  FORECAST,
  /** No value exists (Z30 or a gap). */
  MISSING;

  /** Whether a final bill may rest on it. */
  public boolean billable() {
    return this == MEASURED || this == SUBSTITUTE;
  }

  /** Whether a preliminary statement may rest on it, but no final bill. */
  public boolean provisional() {
    return this == PROVISIONAL;
  }
}

package org.nachbarstrom.edifact.core.interchange;

/** Application reference of an interchange (UNB 0026): what kind of content it carries. */
public enum ApplicationReference {
  /** Energy quantities. */
  ENERGY_QUANTITIES("EM"),
  /** Readings of registers. */
  READINGS("VL"),
  /** Time series. */
  TIME_SERIES("TL"),
  /** None, as for CONTRL and APERAK. */
  NONE("");

  private final String code;

  ApplicationReference(String code) {
    this.code = code;
  }

  /** As sent in UNB. */
  public String code() {
    return code;
  }
}

package org.nachbarstrom.metering.plausibility;

/** What values are held against. Codes are stable. */
public enum PlausibilityRule {
  /** Quarter-hours without a usable value. */
  GAP("P01"),
  /** More energy in a quarter-hour than can flow through the connection. */
  CONNECTION_CAPACITY("P02"),
  /** Nothing flows for long. */
  ZERO_RUN("P03"),
  /** The same energy, not 0, again and again. */
  FLAT_LINE("P04"),
  /** Far more than the largest value of comparable days. */
  SPIKE("P05"),
  /** The values between two readings of a meter do not add up to its advance. */
  REGISTER_ADVANCE("P06"),
  /** The values of a period do not add up to the energy quantity that was said for it. */
  ENERGY_QUANTITY("P07");

  private final String code;

  PlausibilityRule(String code) {
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}

package org.nachbarstrom.metering.substitute;

/** How a substitute is formed; codes are those of MSCONS STS+Z32. */
public enum SubstitutionMethod {
  /** On the straight line between the values before and after, for at most two hours. */
  INTERPOLATION("Z92"),
  /** Mean of the same time on comparable days, scaled to the register advance if that is known. */
  COMPARABLE_DAYS("ZJ2");

  private final String code;

  SubstitutionMethod(String code) {
    this.code = code;
  }

  /** The code of the message description. */
  public String code() {
    return code;
  }
}

package org.nachbarstrom.edifact.partner;

import org.nachbarstrom.quantities.EicCode;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Code of a partner: 13 digits (BDEW, DVGW, GLN) or an EIC of 16 characters, check digit verified.
 *
 * @param value the code
 */
public record PartnerCode(String value) implements Comparable<PartnerCode> {
  private static final int EIC_LENGTH = 16;

  /**
   * A code.
   *
   * @throws IllegalArgumentException if form or check digit is wrong
   */
  public PartnerCode {
    value =
        value.length() == EIC_LENGTH
            ? new EicCode(value).value()
            : new MarketPartnerCode(value).value();
  }

  /** Who gave it. */
  public CodeKind kind() {
    if (value.length() == EIC_LENGTH) {
      return CodeKind.EIC;
    }
    if (value.startsWith("99")) {
      return CodeKind.BDEW;
    }
    return value.startsWith("98") ? CodeKind.DVGW : CodeKind.GLN;
  }

  @Override
  public int compareTo(PartnerCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

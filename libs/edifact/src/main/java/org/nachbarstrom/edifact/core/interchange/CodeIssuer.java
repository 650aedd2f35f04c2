package org.nachbarstrom.edifact.core.interchange;

import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * Who gave a market partner its code; UNB (0007) and NAD (3055) name the issuer by different codes.
 * Source: general rules of EDI@Energy 6.1d, chapter 2.13.
 */
public enum CodeIssuer {
  /** BDEW, electricity: codes that begin with 99. */
  BDEW("500", "293"),
  /** DVGW, gas: codes that begin with 98. */
  DVGW("502", "332"),
  /** GS1: all other codes (GLN). */
  GS1("14", "9");

  private final String interchangeQualifier;
  private final String messageQualifier;

  CodeIssuer(String interchangeQualifier, String messageQualifier) {
    this.interchangeQualifier = interchangeQualifier;
    this.messageQualifier = messageQualifier;
  }

  /** The issuer of a code. GS1 gives no numbers that begin with 98 or 99 to companies. */
  public static CodeIssuer of(MarketPartnerCode code) {
    return byStart(code.value());
  }

  /**
   * The issuer that an interchange names beside a code or, where it names none that is known, the
   * one whose codes begin so.
   *
   * @param code code of a partner as sent, also where it has another form
   * @param interchangeQualifier UNB 0007 beside it; may be empty
   */
  public static CodeIssuer of(String code, String interchangeQualifier) {
    for (CodeIssuer issuer : values()) {
      if (issuer.interchangeQualifier.equals(interchangeQualifier)) {
        return issuer;
      }
    }
    return byStart(code);
  }

  /** Its code in UNB. */
  public String interchangeQualifier() {
    return interchangeQualifier;
  }

  /** Its code in NAD. */
  public String messageQualifier() {
    return messageQualifier;
  }

  private static CodeIssuer byStart(String code) {
    if (code.startsWith("99")) {
      return BDEW;
    }
    return code.startsWith("98") ? DVGW : GS1;
  }
}

package org.nachbarstrom.edifact.partner;

/** Who gives a partner code. */
public enum CodeKind {
  /** BDEW code number, electricity; begins with 99. */
  BDEW("500", "293"),
  /** DVGW code number, gas; begins with 98. */
  DVGW("502", "332"),
  /** Global Location Number of GS1. */
  GLN("14", "9"),
  /** Energy Identification Code; names balance responsible parties, no sender or recipient. */
  EIC("", "");

  private final String interchangeQualifier;
  private final String agency;

  CodeKind(String interchangeQualifier, String agency) {
    this.interchangeQualifier = interchangeQualifier;
    this.agency = agency;
  }

  /** UNB 0007; empty for codes that cannot send or receive. */
  public String interchangeQualifier() {
    return interchangeQualifier;
  }

  /** NAD 3055; empty for codes that cannot send or receive. */
  public String agency() {
    return agency;
  }
}

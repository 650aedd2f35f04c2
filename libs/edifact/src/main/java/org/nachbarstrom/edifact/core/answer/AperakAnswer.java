package org.nachbarstrom.edifact.core.answer;

/** Which APERAK a message gets. */
public enum AperakAnswer {
  /** None. */
  NONE,
  /** The message is taken (Anerkennungsmeldung, BGM 312). */
  ACKNOWLEDGEMENT,
  /** The message is refused (Verarbeitbarkeitsfehlermeldung, BGM 313). */
  ERROR
}

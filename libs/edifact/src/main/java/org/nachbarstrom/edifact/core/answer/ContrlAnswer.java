package org.nachbarstrom.edifact.core.answer;

/** Which CONTRL an interchange gets. */
public enum ContrlAnswer {
  /** None. */
  NONE,
  /** The receipt: the syntax is right (UCI action 7). */
  RECEIPT,
  /** The refusal of the whole interchange (UCI action 4). */
  REFUSAL
}

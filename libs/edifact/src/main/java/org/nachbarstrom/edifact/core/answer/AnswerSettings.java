package org.nachbarstrom.edifact.core.answer;

/**
 * What is agreed with a partner about answers.
 *
 * @param sectorOfGln the sector of interchanges whose recipient has a GLN, which belongs to neither
 * @param contrlAlways whether a receipt (CONTRL with action 7) is sent in electricity too, where
 *     the market sends only refusals; in gas it always is
 */
public record AnswerSettings(Sector sectorOfGln, boolean contrlAlways) {
  /** Electricity, and a CONTRL only for errors there. */
  public static final AnswerSettings DEFAULT = new AnswerSettings(Sector.ELECTRICITY, false);
}

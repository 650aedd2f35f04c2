package org.nachbarstrom.edifact.core.answer;

import org.nachbarstrom.edifact.core.interchange.CodeIssuer;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * Says which answers a partner gets. Source: CONTRL application handbook 1.0, APERAK application
 * handbook 1.1, chapters 1.2 and 2.4 to 2.6.
 *
 * @param settings what is agreed with the partner
 */
public record AnswerRules(AnswerSettings settings) {
  private static final String CONTRL = "CONTRL";
  private static final String APERAK = "APERAK";

  /** The sector whose rules hold for an interchange: the recipient's. */
  public Sector sector(InterchangeHeader header) {
    return Sector.of(CodeIssuer.of(header.recipient(), header.recipientQualifier()))
        .orElse(settings.sectorOfGln());
  }

  /**
   * The CONTRL that an interchange gets.
   *
   * @param result what is known about it after it was read to its end
   */
  public ContrlAnswer contrl(InterchangeResult result) {
    if (result.header().isEmpty() || result.control()) {
      return ContrlAnswer.NONE;
    }
    if (!result.syntaxValid()) {
      return ContrlAnswer.REFUSAL;
    }
    boolean always = settings.contrlAlways() || sector(result.header().get()) == Sector.GAS;
    return always ? ContrlAnswer.RECEIPT : ContrlAnswer.NONE;
  }

  /**
   * The APERAK that a message gets.
   *
   * @param result what is known about its interchange after it was read to its end
   * @param message its UNH
   * @param accepted whether nothing is wrong with it
   */
  public AperakAnswer aperak(InterchangeResult result, MessageHeader message, boolean accepted) {
    boolean answer = message.type().equals(APERAK) || message.type().equals(CONTRL);
    if (result.header().isEmpty() || !result.syntaxValid() || answer) {
      return AperakAnswer.NONE;
    }
    if (!accepted) {
      return AperakAnswer.ERROR;
    }
    return sector(result.header().get()) == Sector.ELECTRICITY
        ? AperakAnswer.ACKNOWLEDGEMENT
        : AperakAnswer.NONE;
  }
}

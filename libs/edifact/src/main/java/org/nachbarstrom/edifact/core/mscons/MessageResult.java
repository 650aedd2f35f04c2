package org.nachbarstrom.edifact.core.mscons;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/** What came of one message. */
public sealed interface MessageResult {
  /** What names the message. */
  MessageFacts facts();

  /**
   * A message without findings.
   *
   * @param facts what names it
   * @param content what it says
   */
  record Accepted(MessageFacts facts, MsconsContent content) implements MessageResult {}

  /**
   * A CONTRL or APERAK, whose content is not read here.
   *
   * @param facts its UNH
   */
  record Acknowledgement(MessageFacts facts) implements MessageResult {}

  /**
   * A message that cannot be taken.
   *
   * @param facts what names it
   * @param findings why, at least one
   * @param findingCount number of findings including those not listed
   */
  record Refused(MessageFacts facts, List<Finding> findings, int findingCount)
      implements MessageResult {
    /** A refusal. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}

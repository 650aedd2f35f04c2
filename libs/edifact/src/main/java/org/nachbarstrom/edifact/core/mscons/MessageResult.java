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
   * @param profile its values
   */
  record Accepted(MessageFacts facts, LoadProfile profile) implements MessageResult {}

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

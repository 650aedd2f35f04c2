package org.nachbarstrom.edifact.core.validation;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/**
 * What a check says about one message.
 *
 * @param facts what names the message
 * @param values number of values if it has no finding, else 0
 * @param findings what is wrong with it; empty if nothing is
 * @param findingCount number of findings including those not listed
 */
public record MessageVerdict(
    MessageFacts facts, int values, List<Finding> findings, int findingCount) {
  /** A verdict. */
  public MessageVerdict {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong with it. */
  public boolean accepted() {
    return findingCount == 0;
  }
}

package org.nachbarstrom.edifact.acknowledgement;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/**
 * A received message and what was found about it.
 *
 * @param facts what names it
 * @param accepted whether it was taken
 * @param findings why it was not
 */
public record JudgedMessage(MessageFacts facts, boolean accepted, List<Finding> findings) {
  /** A message. */
  public JudgedMessage {
    findings = List.copyOf(findings);
  }
}

package org.nachbarstrom.edifact.core.interchange;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;

/**
 * What is known about an interchange once it is read to its end.
 *
 * @param header UNB; empty if it could not be read, and then no CONTRL is possible
 * @param messages number of messages begun
 * @param findings syntax errors of UNA, UNB and UNZ
 * @param messageErrors messages with syntax errors, in order
 * @param control whether it holds CONTRL messages, which are never answered
 */
public record InterchangeResult(
    Optional<InterchangeHeader> header,
    int messages,
    List<Finding> findings,
    List<MessageErrors> messageErrors,
    boolean control) {
  /** A result. */
  public InterchangeResult {
    findings = List.copyOf(findings);
    messageErrors = List.copyOf(messageErrors);
  }

  /**
   * Whether the syntax is right. If not, the whole interchange is refused, also the messages that
   * were read without a finding.
   */
  public boolean syntaxValid() {
    return findings.isEmpty() && messageErrors.isEmpty();
  }

  /** Whether a CONTRL has to tell the sender about syntax errors, and can. */
  public boolean contrlDue() {
    return !syntaxValid() && header.isPresent() && !control;
  }
}

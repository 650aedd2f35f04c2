package org.nachbarstrom.edifact.core.interchange;

import java.util.List;
import org.nachbarstrom.edifact.core.Finding;

/**
 * The syntax errors of one message.
 *
 * @param header its UNH
 * @param findings at least one finding of level MESSAGE
 */
public record MessageErrors(MessageHeader header, List<Finding> findings) {
  /** Errors of a message. */
  public MessageErrors {
    findings = List.copyOf(findings);
  }
}

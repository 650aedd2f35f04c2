package org.nachbarstrom.edifact.core.contrl;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * What was read of a CONTRL.
 *
 * @param header its UNH
 * @param message what it says, also where there are findings; empty if it does not tell which
 *     interchange it answers or how
 * @param findings what is wrong with it
 */
public record ContrlResult(
    MessageHeader header, Optional<ContrlMessage> message, List<Finding> findings) {
  /** A result. */
  public ContrlResult {
    findings = List.copyOf(findings);
  }
}

package org.nachbarstrom.edifact.core.aperak;

import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * What was read of an APERAK.
 *
 * @param header its UNH
 * @param message what it says, also where there are findings; empty if it does not tell which
 *     interchange it answers or how
 * @param findings what is wrong with it
 */
public record AperakResult(
    MessageHeader header, Optional<AperakMessage> message, List<Finding> findings) {
  /** A result. */
  public AperakResult {
    findings = List.copyOf(findings);
  }
}

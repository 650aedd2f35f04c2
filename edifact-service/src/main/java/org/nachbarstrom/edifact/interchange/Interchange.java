package org.nachbarstrom.edifact.interchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

/**
 * An interchange as it was received and answered.
 *
 * @param id our id
 * @param state what became of it
 * @param header UNB; empty if it could not be read
 * @param receivedAt when it was received
 * @param sizeBytes size of the raw bytes
 * @param sha256 their SHA-256 as 64 hexadecimal digits
 * @param messageCount number of messages
 * @param acceptedCount number of messages taken
 * @param valueCount number of values taken
 * @param findings syntax errors of UNA, UNB and UNZ
 */
public record Interchange(
    UUID id,
    InterchangeState state,
    Optional<InterchangeHeader> header,
    Instant receivedAt,
    long sizeBytes,
    String sha256,
    int messageCount,
    int acceptedCount,
    long valueCount,
    List<Finding> findings) {
  /** An interchange. */
  public Interchange {
    findings = List.copyOf(findings);
  }
}

package org.nachbarstrom.edifact.core.interchange;

import java.time.Instant;
import java.util.Optional;

/**
 * UNB of an interchange.
 *
 * @param sender identification of the sender, not empty
 * @param senderQualifier who gave it: 14 GS1, 500 BDEW, 502 DVGW; may be empty
 * @param recipient identification of the recipient, not empty
 * @param recipientQualifier as the sender's
 * @param preparedAt when the interchange was made; empty where UNB has no readable time
 * @param reference interchange reference, unique per sender, not empty
 * @param applicationReference TL, EM or VL; may be empty
 */
public record InterchangeHeader(
    String sender,
    String senderQualifier,
    String recipient,
    String recipientQualifier,
    Optional<Instant> preparedAt,
    String reference,
    String applicationReference) {}

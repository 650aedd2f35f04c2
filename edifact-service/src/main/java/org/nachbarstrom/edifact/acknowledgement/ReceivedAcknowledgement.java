package org.nachbarstrom.edifact.acknowledgement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An acknowledgement as it is kept.
 *
 * @param interchange our id of the interchange it came in
 * @param partner who told it (UNB 0004)
 * @param receivedAt when it was received
 * @param told what it tells
 * @param outgoing our id of the interchange it answers; empty if nothing of ours matches
 */
public record ReceivedAcknowledgement(
    UUID interchange,
    String partner,
    Instant receivedAt,
    Acknowledgement told,
    Optional<UUID> outgoing) {}

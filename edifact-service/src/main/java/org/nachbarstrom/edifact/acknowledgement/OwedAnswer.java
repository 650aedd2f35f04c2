package org.nachbarstrom.edifact.acknowledgement;

import java.time.Instant;
import java.util.UUID;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * An answer that we owe a partner.
 *
 * @param interchange our id of the received interchange
 * @param reference its reference (UNB 0020)
 * @param kind CONTRL or APERAK
 * @param outgoing our id of the interchange with the answer
 * @param messages number of messages it answers; 0 for a CONTRL, which answers the whole
 * @param dueAt until when the partner must have it
 */
public record OwedAnswer(
    UUID interchange,
    String reference,
    Answer.Kind kind,
    UUID outgoing,
    int messages,
    Instant dueAt) {}

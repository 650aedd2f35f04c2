package org.nachbarstrom.edifact.acknowledgement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.Acknowledgement;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Received;
import org.nachbarstrom.edifact.acknowledgement.ReceivedAcknowledgement;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * What a partner told about an interchange or message of ours.
 *
 * @param kind CONTRL or APERAK
 * @param positive whether it accepts
 * @param partner who told it
 * @param receivedAt when it was received
 * @param interchange our id of the interchange it came in
 * @param message its UNH 0062
 * @param answeredInterchange reference of ours that it names
 * @param answeredMessage document number or UNH reference of ours that it names; empty for the
 *     whole interchange
 * @param outgoing our id of the interchange it answers; absent if nothing of ours matches
 * @param reasons why it refuses
 */
@Schema(name = "ReceivedAcknowledgement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceivedAcknowledgementView(
    Answer.Kind kind,
    boolean positive,
    String partner,
    Instant receivedAt,
    UUID interchange,
    String message,
    String answeredInterchange,
    String answeredMessage,
    @Nullable UUID outgoing,
    List<String> reasons) {
  static ReceivedAcknowledgementView of(Received received) {
    ReceivedAcknowledgement kept = received.acknowledgement();
    Acknowledgement told = kept.told();
    return new ReceivedAcknowledgementView(
        told.kind(),
        told.positive(),
        kept.partner(),
        kept.receivedAt(),
        kept.interchange(),
        told.reference(),
        told.answeredInterchange(),
        told.answeredMessage(),
        kept.outgoing().orElse(null),
        told.reasons());
  }
}

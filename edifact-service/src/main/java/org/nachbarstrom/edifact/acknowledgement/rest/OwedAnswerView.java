package org.nachbarstrom.edifact.acknowledgement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Owed;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * An answer that we owe a partner.
 *
 * @param kind CONTRL or APERAK
 * @param state OPEN, OVERDUE, or SETTLED when it was handed over
 * @param partner who gets it
 * @param interchange our id of the received interchange
 * @param reference its UNB 0020
 * @param messages number of messages it answers; 0 for a CONTRL
 * @param answer id of the outgoing interchange with it
 * @param answerReference UNB 0020 of the answer
 * @param fileName file name of the answer
 * @param dueAt until when the partner must have it
 * @param sentAt when it was handed over
 */
@Schema(name = "OwedAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwedAnswerView(
    Answer.Kind kind,
    AnswerState state,
    String partner,
    UUID interchange,
    String reference,
    int messages,
    UUID answer,
    String answerReference,
    String fileName,
    Instant dueAt,
    @Nullable Instant sentAt) {
  static OwedAnswerView of(Owed owed) {
    return new OwedAnswerView(
        owed.answer().kind(),
        owed.state(),
        owed.partner(),
        owed.answer().interchange(),
        owed.answer().reference(),
        owed.answer().messages(),
        owed.answer().outgoing(),
        owed.answerReference(),
        owed.fileName(),
        owed.answer().dueAt(),
        owed.sentAt().orElse(null));
  }
}

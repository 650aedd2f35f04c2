package org.nachbarstrom.edifact.interchange.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Owed;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * An answer to a received interchange.
 *
 * @param kind CONTRL or APERAK
 * @param state OPEN, OVERDUE, or SETTLED when it was handed over
 * @param id id of the outgoing interchange with it
 * @param reference its UNB 0020
 * @param fileName its file name
 * @param messages number of messages it answers; 0 for a CONTRL
 * @param dueAt until when the partner must have it
 * @param sentAt when it was handed over
 */
@Schema(name = "Answer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
    Answer.Kind kind,
    AnswerState state,
    UUID id,
    String reference,
    String fileName,
    int messages,
    Instant dueAt,
    @Nullable Instant sentAt) {
  static AnswerView of(Owed owed) {
    return new AnswerView(
        owed.answer().kind(),
        owed.state(),
        owed.answer().outgoing(),
        owed.answerReference(),
        owed.fileName(),
        owed.answer().messages(),
        owed.answer().dueAt(),
        owed.sentAt().orElse(null));
  }
}

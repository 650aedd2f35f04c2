package org.nachbarstrom.edifact.acknowledgement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Expected;
import org.nachbarstrom.edifact.acknowledgement.AnswerState;
import org.nachbarstrom.edifact.dispatch.Answer;

/**
 * An answer that a partner owes us.
 *
 * @param kind CONTRL (gas) or APERAK (electricity)
 * @param state OPEN, OVERDUE, or SETTLED when it decided about all messages
 * @param partner who owes it
 * @param outgoing our id of the interchange that was delivered
 * @param reference its UNB 0020
 * @param deliveredAt when it was handed over
 * @param dueAt until when the partner must have answered
 * @param answeredAt when an answer decided about it
 */
@Schema(name = "ExpectedAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpectedAnswerView(
    Answer.Kind kind,
    AnswerState state,
    String partner,
    UUID outgoing,
    String reference,
    Instant deliveredAt,
    Instant dueAt,
    @Nullable Instant answeredAt) {
  static ExpectedAnswerView of(Expected expected) {
    return new ExpectedAnswerView(
        expected.kind(),
        expected.state(),
        expected.partner(),
        expected.outgoing(),
        expected.reference(),
        expected.deliveredAt(),
        expected.dueAt(),
        expected.answeredAt().orElse(null));
  }
}

package org.nachbarstrom.edifact.dispatch;

import java.util.UUID;

/** What came of an answer. */
public sealed interface AnswerOutcome {
  /**
   * It counts, now or since it came the first time.
   *
   * @param interchange which interchange it is about
   * @param state its state with the answer
   */
  record Recorded(UUID interchange, OutgoingState state) implements AnswerOutcome {}

  /**
   * Nothing was sent to that partner under the reference, or no such message was in it.
   *
   * @param reason a sentence for a person
   */
  record NothingReferredTo(String reason) implements AnswerOutcome {}
}

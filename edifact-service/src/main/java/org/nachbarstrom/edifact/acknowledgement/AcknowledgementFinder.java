package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.dispatch.Answer;

/** Looks answers up. Every method runs inside the caller's transaction. */
public interface AcknowledgementFinder {
  /** The answers to one received interchange, the oldest first. */
  Uni<List<Owed>> owed(UUID interchange);

  /** Answers that we owe partners, the latest first. */
  Uni<List<Owed>> owed(Filter filter, long before, int limit);

  /** Answers that partners owe us for what was delivered to them, the latest first. */
  Uni<List<Expected>> expected(Filter filter, long before, int limit);

  /**
   * What partners told us, the latest first.
   *
   * @param matched only those that match something of ours, or only those that do not
   */
  Uni<List<Received>> received(Optional<Boolean> matched, long before, int limit);

  /** How many answers are overdue. */
  Uni<Overdue> overdue();

  /**
   * Which answers to list.
   *
   * @param state how it stands with them
   * @param partner who owes or is owed
   */
  record Filter(Optional<AnswerState> state, Optional<String> partner) {}

  /**
   * An answer of ours.
   *
   * @param position its cursor
   * @param answer what is owed
   * @param partner who gets it
   * @param answerReference its own reference
   * @param fileName its file name
   * @param state how it stands
   * @param sentAt when it was handed over
   */
  record Owed(
      long position,
      OwedAnswer answer,
      String partner,
      String answerReference,
      String fileName,
      AnswerState state,
      Optional<Instant> sentAt) {}

  /**
   * An answer that a partner owes us.
   *
   * @param position its cursor
   * @param outgoing our id of the interchange that was delivered
   * @param kind CONTRL (gas) or APERAK (electricity)
   * @param partner who owes it
   * @param reference reference of the interchange that was delivered
   * @param deliveredAt when it was handed over
   * @param dueAt until when the partner must have answered
   * @param state how it stands
   * @param answeredAt when an answer decided about it
   */
  record Expected(
      long position,
      UUID outgoing,
      Answer.Kind kind,
      String partner,
      String reference,
      Instant deliveredAt,
      Instant dueAt,
      AnswerState state,
      Optional<Instant> answeredAt) {}

  /**
   * What a partner told.
   *
   * @param position its cursor
   * @param acknowledgement what it is
   */
  record Received(long position, ReceivedAcknowledgement acknowledgement) {}

  /**
   * Numbers of overdue answers.
   *
   * @param owed ours
   * @param expected theirs
   */
  record Overdue(long owed, long expected) {}
}

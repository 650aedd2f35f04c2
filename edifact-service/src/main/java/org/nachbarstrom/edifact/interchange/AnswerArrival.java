package org.nachbarstrom.edifact.interchange;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nachbarstrom.edifact.acknowledgement.AnswerPartner;
import org.nachbarstrom.edifact.acknowledgement.AnsweredInterchange;
import org.nachbarstrom.edifact.acknowledgement.JudgedMessage;

/** Answers a received interchange. Runs inside the caller's transaction. */
@ApplicationScoped
class AnswerArrival {
  private static final int MESSAGES_PER_ANSWER = 2_000;

  private final InterchangeStore store;
  private final AnswerPartner answers;

  AnswerArrival(InterchangeStore store, AnswerPartner answers) {
    this.store = store;
    this.answers = answers;
  }

  /** Answers an interchange of right syntax: the CONTRL if one is due, and the APERAKs. */
  Uni<Void> taken(Arrival arrival) {
    AnsweredInterchange about = about(arrival);
    return answers
        .contrl(arrival.tenant(), about)
        .chain(contrl -> keep(arrival, contrl))
        .chain(() ->
            answers.answersMessages(arrival.kind().messageType())
                ? aperaks(arrival, about)
                : Uni.createFrom().voidItem());
  }

  /** Answers an interchange of broken syntax; the CONTRL if one is due. */
  Uni<Optional<byte[]>> refused(Arrival arrival) {
    return answers
        .contrl(arrival.tenant(), about(arrival))
        .chain(contrl -> keep(arrival, contrl).replaceWith(contrl));
  }

  private Uni<Void> keep(Arrival arrival, Optional<byte[]> contrl) {
    return contrl.isPresent()
        ? store.addContrl(arrival.id(), contrl.get())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> aperaks(Arrival arrival, AnsweredInterchange about) {
    AtomicInteger after = new AtomicInteger();
    return Multi.createBy()
        .repeating()
        .uni(() -> store.messages(arrival.id(), after.get(), MESSAGES_PER_ANSWER))
        .until(List::isEmpty)
        .onItem()
        .transformToUniAndConcatenate(messages -> {
          after.set(messages.getLast().position());
          return answers.aperak(
              arrival.tenant(),
              about,
              messages.stream()
                  .map(one -> new JudgedMessage(one.facts(), one.accepted(), one.findings()))
                  .toList());
        })
        .onItem()
        .ignoreAsUni();
  }

  private static AnsweredInterchange about(Arrival arrival) {
    return new AnsweredInterchange(
        arrival.id(), arrival.result(), arrival.receivedAt(), arrival.partners());
  }
}

package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.dispatch.Answer;
import org.nachbarstrom.edifact.dispatch.AnswerOutcome;
import org.nachbarstrom.edifact.dispatch.RecordAnswer;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Matches what partners tell with what we sent, and keeps all of it. Runs inside the caller's
 * transaction.
 */
@ApplicationScoped
public class TakeAcknowledgements {
  private final RecordAnswer answers;
  private final AcknowledgementStore store;

  TakeAcknowledgements(RecordAnswer answers, AcknowledgementStore store) {
    this.answers = answers;
    this.store = store;
  }

  /**
   * What acknowledgements came in.
   *
   * @param id our id of the interchange
   * @param header its UNB
   * @param receivedAt when it was received
   */
  public record Source(UUID id, InterchangeHeader header, Instant receivedAt) {}

  /** Takes acknowledgements of one interchange. */
  public Uni<Void> take(Tenant tenant, Source source, List<Acknowledgement> told) {
    return Multi.createFrom()
        .iterable(told)
        .onItem()
        .transformToUniAndConcatenate(one -> take(tenant, source, one))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> take(Tenant tenant, Source source, Acknowledgement told) {
    return answers
        .record(tenant, answer(source, told))
        .chain(outcome -> store.addReceived(tenant, received(source, told, outcome)));
  }

  private static Answer answer(Source source, Acknowledgement told) {
    return new Answer(
        told.kind(),
        source.header().sender(),
        source.header().recipient(),
        told.answeredInterchange(),
        told.answeredMessage(),
        told.positive(),
        source.id(),
        told.reference(),
        String.join("\n", told.reasons()));
  }

  private static ReceivedAcknowledgement received(
      Source source, Acknowledgement told, AnswerOutcome outcome) {
    Optional<UUID> outgoing =
        switch (outcome) {
          case AnswerOutcome.Recorded recorded -> Optional.of(recorded.interchange());
          case AnswerOutcome.NothingReferredTo nothing -> Optional.empty();
        };
    return new ReceivedAcknowledgement(
        source.id(), source.header().sender(), source.receivedAt(), told, outgoing);
  }
}

package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.dispatch.Answer;
import org.nachbarstrom.edifact.dispatch.AnswerOutcome;
import org.nachbarstrom.edifact.dispatch.RecordAnswer;
import org.nachbarstrom.edifact.dispatch.RecordAnswer.Target;
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
    // Interchanges of ours in one order everywhere, so that nobody waits for each other.
    Map<String, List<Acknowledgement>> byAnswered =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    Acknowledgement::answeredInterchange, TreeMap::new, Collectors.toList()));
    return Multi.createFrom()
        .iterable(byAnswered.entrySet())
        .onItem()
        .transformToUniAndConcatenate(one -> take(tenant, source, one.getKey(), one.getValue()))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> take(
      Tenant tenant, Source source, String answered, List<Acknowledgement> told) {
    Target target = new Target(source.header().sender(), source.header().recipient(), answered);
    List<Answer> answering = told.stream().map(one -> answer(source, one)).toList();
    return answers
        .record(tenant, target, answering)
        .chain(outcomes -> {
          List<ReceivedAcknowledgement> received = new ArrayList<>();
          for (int i = 0; i < told.size(); i++) {
            received.add(received(source, told.get(i), outcomes.get(i)));
          }
          return store.addReceived(tenant, received);
        });
  }

  private static Answer answer(Source source, Acknowledgement told) {
    return new Answer(
        told.kind(),
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

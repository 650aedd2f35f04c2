package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange.Progress;
import org.nachbarstrom.edifact.dispatch.OutgoingStore.PlacedAnswer;
import org.nachbarstrom.edifact.dispatch.OutgoingStore.Tally;
import org.nachbarstrom.support.tenancy.Tenant;

/** Matches a partner's CONTRL or APERAK with what we sent. */
@ApplicationScoped
public class RecordAnswer {
  private final OutgoingStore store;
  private final Clock clock;

  RecordAnswer(OutgoingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Lets answers count. A refusal weighs more than any acceptance; otherwise order does not matter,
   * and the same answer counts once. An answer to an interchange that we believe to be waiting
   * proves that it has arrived. Runs inside the caller's transaction.
   *
   * @param target what all of them are about
   * @return one outcome per answer, in order
   */
  public Uni<List<AnswerOutcome>> record(Tenant tenant, Target target, List<Answer> answers) {
    return store
        .lock(target.own(), target.partner(), target.reference())
        .chain(found ->
            found.isEmpty()
                ? all(
                    answers,
                    "Nothing was sent to "
                        + target.partner()
                        + " under "
                        + target.reference()
                        + ".")
                : record(tenant, found.get(), answers));
  }

  /**
   * What answers are about.
   *
   * @param partner who answers (UNB sender of the answer)
   * @param own to whom (UNB recipient of the answer)
   * @param reference reference of our interchange (UCI 0020, RFF+ACE)
   */
  public record Target(String partner, String own, String reference) {}

  private Uni<List<AnswerOutcome>> record(
      Tenant tenant, OutgoingInterchange about, List<Answer> answers) {
    String reference = about.header().reference();
    if (about.state() == OutgoingState.PARKED) {
      return all(answers, "Interchange " + reference + " was parked.");
    }
    Set<String> named = answers.stream().map(Answer::message).collect(Collectors.toSet());
    return store
        .positions(about.id(), named)
        .chain(positions -> {
          List<PlacedAnswer> placed = new ArrayList<>();
          for (Answer answer : answers) {
            Integer position = positions.get(answer.message());
            if (position != null) {
              placed.add(new PlacedAnswer(position, answer));
            }
          }
          return store
              .addAnswers(tenant, about, placed)
              .chain(() -> store.tally(about))
              .chain(tally -> decide(tenant, about, tally))
              .map(counted -> outcomes(answers, positions.keySet(), counted));
        });
  }

  private static List<AnswerOutcome> outcomes(
      List<Answer> answers, Set<String> known, AnswerOutcome counted) {
    return answers.stream()
        .map(answer ->
            known.contains(answer.message())
                ? counted
                : new AnswerOutcome.NothingReferredTo(
                    "No message %s was in it.".formatted(answer.message())))
        .toList();
  }

  private static Uni<List<AnswerOutcome>> all(List<Answer> answers, String reason) {
    return Uni.createFrom()
        .item(Collections.nCopies(answers.size(), new AnswerOutcome.NothingReferredTo(reason)));
  }

  private Uni<AnswerOutcome> decide(Tenant tenant, OutgoingInterchange about, Tally tally) {
    OutgoingState state = state(about, tally);
    AnswerOutcome outcome = new AnswerOutcome.Recorded(about.id(), state);
    if (state == about.state()) {
      return Uni.createFrom().item(outcome);
    }
    Instant now = clock.instant();
    Progress before = about.progress();
    Progress progress =
        new Progress(
            before.createdAt(),
            before.sending(),
            before.attempts(),
            Optional.of(before.deliveredAt().orElse(now)),
            state == OutgoingState.DELIVERED ? before.decidedAt() : Optional.of(now),
            "");
    return store
        .update(tenant, Changed.of(about, state, about.channel(), progress))
        .replaceWith(outcome);
  }

  private static OutgoingState state(OutgoingInterchange about, Tally tally) {
    if (tally.refusals() > 0) {
      return OutgoingState.REFUSED;
    }
    if (tally.wholeAccepted() || tally.acceptedMessages() == about.messageCount()) {
      return OutgoingState.CONFIRMED;
    }
    boolean answered = tally.acceptedMessages() > 0;
    return answered && about.state() == OutgoingState.PENDING
        ? OutgoingState.DELIVERED
        : about.state();
  }
}

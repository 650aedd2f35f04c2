package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange.Progress;
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
   * Lets an answer count. A refusal weighs more than any acceptance; otherwise order does not
   * matter, and the same answer counts once. An answer to an interchange that we believe to be
   * waiting proves that it has arrived. Runs inside the caller's transaction.
   */
  public Uni<AnswerOutcome> record(Tenant tenant, Answer answer) {
    return store
        .lock(answer.own(), answer.partner(), answer.reference())
        .chain(found ->
            found.isEmpty()
                ? nothing("Nothing was sent to %s under %s.", answer.partner(), answer.reference())
                : record(tenant, found.get(), answer));
  }

  private Uni<AnswerOutcome> record(Tenant tenant, OutgoingInterchange about, Answer answer) {
    if (about.state() == OutgoingState.PARKED) {
      return nothing("Interchange %s to %s was parked.", answer.reference(), answer.partner());
    }
    return store
        .messages(about.id())
        .chain(messages -> {
          OptionalInt position = position(messages, answer.message());
          return position.isEmpty()
              ? nothing("No message %s was in %s.", answer.message(), answer.reference())
              : store
                  .addAnswer(tenant, about, position.getAsInt(), answer)
                  .chain(() -> store.tally(about))
                  .chain(tally -> decide(tenant, about, tally));
        });
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

  /** Place of the message meant, 0 for the whole; empty if there is none such. */
  private static OptionalInt position(List<OutgoingMessage> messages, String named) {
    if (named.isEmpty()) {
      return OptionalInt.of(0);
    }
    return messages.stream()
        .filter(one ->
            one.message().reference().equals(named) || one.message().documentNumber().equals(named))
        .mapToInt(OutgoingMessage::position)
        .findFirst();
  }

  private static Uni<AnswerOutcome> nothing(String reason, String... parts) {
    return Uni.createFrom()
        .item(new AnswerOutcome.NothingReferredTo(reason.formatted((Object[]) parts)));
  }
}

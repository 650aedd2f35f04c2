package org.nachbarstrom.edifact.acknowledgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.edifact.core.answer.AperakAnswer;
import org.nachbarstrom.edifact.core.answer.ContrlAnswer;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.dispatch.Answer;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.edifact.dispatch.References;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/**
 * Writes the answers to a received interchange and queues them for its sender. Runs inside the
 * caller's transaction: an answer goes out exactly if what it answers is kept.
 */
@ApplicationScoped
public class AnswerPartner {
  private static final Set<String> NEVER_ANSWERED_BY_MESSAGE = Set.of("CONTRL", "APERAK", "");
  private static final int REFERENCE_DIGITS = 13;

  private final Dispatch dispatch;
  private final References references;
  private final AcknowledgementStore store;
  private final Deadlines deadlines;

  AnswerPartner(
      Dispatch dispatch, References references, AcknowledgementStore store, Deadlines deadlines) {
    this.dispatch = dispatch;
    this.references = references;
    this.store = store;
    this.deadlines = deadlines;
  }

  /** Whether messages of a type are answered by APERAK. */
  public boolean answersMessages(String messageType) {
    return !NEVER_ANSWERED_BY_MESSAGE.contains(messageType);
  }

  /**
   * Queues the CONTRL if one is due: a refusal for broken syntax, a receipt where the sector or the
   * partner wants one.
   *
   * @return its bytes
   */
  public Uni<Optional<byte[]>> contrl(Tenant tenant, AnsweredInterchange about) {
    ContrlAnswer due = about.rules().contrl(about.result());
    if (due == ContrlAnswer.NONE) {
      return Uni.createFrom().item(Optional.empty());
    }
    if (!about.addressable()) {
      // Nobody can be sent it; who brought the interchange gets it all the same.
      return write(about, due, reference(about.id())).map(Optional::of);
    }
    return references
        .take(tenant, about.header().recipient(), 1)
        .chain(taken ->
            write(about, due, taken.getFirst())
                .chain(bytes ->
                    queue(tenant, about, contrl(about, bytes, taken.getFirst()))
                        .replaceWith(Optional.of(bytes))));
  }

  /** Queues the APERAKs that some messages of the interchange get, in one interchange. */
  public Uni<Void> aperak(Tenant tenant, AnsweredInterchange about, List<JudgedMessage> messages) {
    List<JudgedMessage> answered =
        messages.stream()
            .filter(one ->
                about.rules().aperak(about.result(), one.facts().header(), one.accepted())
                    != AperakAnswer.NONE)
            .toList();
    if (answered.isEmpty() || !about.addressable()) {
      return Uni.createFrom().voidItem();
    }
    return references
        .take(tenant, about.header().recipient(), 1)
        .chain(taken -> OffLoop.compute(() -> Aperaks.write(about, taken.getFirst(), answered)))
        .chain(written -> queue(tenant, about, written));
  }

  private Uni<Void> queue(Tenant tenant, AnsweredInterchange about, NewInterchange answer) {
    boolean contrl = answer.header().type().equals("CONTRL");
    Answer.Kind kind = contrl ? Answer.Kind.CONTRL : Answer.Kind.APERAK;
    Instant due =
        contrl ? deadlines.contrl(about.receivedAt()) : deadlines.aperak(about.receivedAt());
    int messages = contrl ? 0 : answer.messages().size();
    return dispatch
        .enqueue(tenant, answer)
        .chain(queued ->
            store.addOwed(
                tenant,
                new OwedAnswer(
                    about.id(), about.header().reference(), kind, queued.id(), messages, due)));
  }

  private static Uni<byte[]> write(AnsweredInterchange about, ContrlAnswer due, String reference) {
    Instant at = about.receivedAt();
    return OffLoop.compute(() ->
        due == ContrlAnswer.RECEIPT
            ? Contrl.confirm(about.result(), reference, at)
            : Contrl.refuse(about.result(), reference, at));
  }

  private static NewInterchange contrl(AnsweredInterchange about, byte[] bytes, String reference) {
    return new NewInterchange(
        header(about, "CONTRL", reference),
        bytes,
        List.of(new NewMessage("1", "", "", "")),
        new Cause(Cause.Kind.RECEIVED_INTERCHANGE, about.id().toString()));
  }

  static OutgoingHeader header(AnsweredInterchange about, String type, String reference) {
    InterchangeHeader answered = about.header();
    String own = answered.recipient();
    String partner = answered.sender();
    return new OutgoingHeader(own, partner, type, "", reference, about.receivedAt());
  }

  /** C and 13 hexadecimal digits in capitals, as a reference may have 14 characters. */
  private static String reference(UUID interchange) {
    String digits = interchange.toString().replace("-", "");
    return "C" + digits.substring(0, REFERENCE_DIGITS).toUpperCase(Locale.ROOT);
  }
}

package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Queues interchanges to be sent. */
@ApplicationScoped
public class Dispatch {
  private final OutgoingStore store;
  private final Partners partners;
  private final Clock clock;

  Dispatch(OutgoingStore store, Partners partners, Clock clock) {
    this.store = store;
    this.partners = partners;
    this.clock = clock;
  }

  /**
   * Queues an interchange, or parks it if it is a MSCONS that our own validation finds fault with.
   * Runs inside the caller's transaction, so that it is sent exactly if that commits. A recipient
   * who is no registered partner can fetch it.
   */
  public Uni<EnqueueOutcome> enqueue(Tenant tenant, NewInterchange interchange) {
    OutgoingHeader header = interchange.header();
    return partners
        .snapshot(header.sender(), header.recipient())
        .chain(known ->
            OffLoop.compute(() -> outgoing(interchange, known))
                .chain(outgoing ->
                    store.add(tenant, outgoing, interchange).replaceWith(() -> outcome(outgoing))));
  }

  private OutgoingInterchange outgoing(NewInterchange interchange, PartnerSnapshot known) {
    List<String> findings = OwnValidation.findings(interchange, known);
    return new OutgoingInterchange(
        UUID.randomUUID(),
        findings.isEmpty() ? OutgoingState.PENDING : OutgoingState.PARKED,
        interchange.header(),
        interchange.bytes().length,
        sha256(interchange.bytes()),
        interchange.messages().size(),
        known
            .partner(interchange.header().recipient())
            .map(Partner::channel)
            .orElse(DeliveryChannel.PULL),
        OutgoingInterchange.Progress.queued(clock.instant()),
        interchange.cause(),
        findings);
  }

  private static EnqueueOutcome outcome(OutgoingInterchange outgoing) {
    return outgoing.state() == OutgoingState.PARKED
        ? new EnqueueOutcome.Parked(outgoing.id(), outgoing.findings())
        : new EnqueueOutcome.Queued(outgoing.id());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

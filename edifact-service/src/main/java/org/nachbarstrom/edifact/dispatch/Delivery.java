package org.nachbarstrom.edifact.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange.Progress;
import org.nachbarstrom.edifact.partner.Partner;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Handing interchanges over. Every method runs inside the caller's transaction. */
@ApplicationScoped
public class Delivery {
  private static final int MOST_ERROR = 500;

  private final OutgoingStore store;
  private final Partners partners;
  private final Clock clock;

  Delivery(OutgoingStore store, Partners partners, Clock clock) {
    this.store = store;
    this.partners = partners;
    this.clock = clock;
  }

  /**
   * Records that an interchange is with the partner; nothing happens if it was known.
   *
   * @throws ProblemException {@link DispatchRejection#OUTGOING_NOT_FOUND} or {@link
   *     DispatchRejection#INTERCHANGE_PARKED}
   */
  public Uni<OutgoingInterchange> delivered(Tenant tenant, UUID id) {
    return locked(id)
        .chain(before ->
            before.state() == OutgoingState.PENDING
                ? update(
                    tenant,
                    Changed.of(before, OutgoingState.DELIVERED, before.channel(), now(before)))
                : Uni.createFrom().item(before));
  }

  /** Records why handing over failed; it stays pending. */
  public Uni<OutgoingInterchange> failed(Tenant tenant, UUID id, String error) {
    String text = error.length() > MOST_ERROR ? error.substring(0, MOST_ERROR) : error;
    return locked(id)
        .chain(before ->
            before.state() == OutgoingState.PENDING
                ? update(
                    tenant,
                    Changed.of(
                        before, before.state(), before.channel(), tried(before.progress(), text)))
                : Uni.createFrom().item(before));
  }

  /**
   * Lets an interchange go out again, the same bytes under the same reference, by the channel the
   * partner has now. Answers to earlier sendings do not count any more.
   *
   * @throws ProblemException {@link DispatchRejection#OUTGOING_NOT_FOUND}, {@link
   *     DispatchRejection#INTERCHANGE_PARKED} or {@link DispatchRejection#INTERCHANGE_CONFIRMED}
   */
  public Uni<OutgoingInterchange> resend(Tenant tenant, UUID id) {
    return locked(id)
        .chain(before -> {
          if (before.state() == OutgoingState.CONFIRMED) {
            throw new ProblemException(
                DispatchRejection.INTERCHANGE_CONFIRMED,
                "The partner has confirmed " + before.header().reference() + ".");
          }
          return before.state() == OutgoingState.PENDING
              ? Uni.createFrom().item(before)
              : again(tenant, before);
        });
  }

  private Uni<OutgoingInterchange> again(Tenant tenant, OutgoingInterchange before) {
    Progress progress = before.progress();
    Progress next =
        new Progress(
            progress.createdAt(),
            progress.sending() + 1,
            progress.attempts(),
            Optional.empty(),
            Optional.empty(),
            "");
    String recipient = before.header().recipient();
    return partners
        .snapshot(recipient)
        .chain(known ->
            update(
                tenant,
                Changed.of(
                    before,
                    OutgoingState.PENDING,
                    known.partner(recipient).map(Partner::channel).orElse(before.channel()),
                    next)));
  }

  private Uni<OutgoingInterchange> locked(UUID id) {
    return store
        .lock(id)
        .map(found -> {
          OutgoingInterchange interchange =
              found.orElseThrow(() ->
                  new ProblemException(
                      DispatchRejection.OUTGOING_NOT_FOUND,
                      "There is no outgoing interchange " + id + "."));
          if (interchange.state() == OutgoingState.PARKED) {
            throw new ProblemException(
                DispatchRejection.INTERCHANGE_PARKED,
                "Interchange " + id + " is parked: " + interchange.findings().getFirst());
          }
          return interchange;
        });
  }

  private Uni<OutgoingInterchange> update(Tenant tenant, OutgoingInterchange after) {
    return store.update(tenant, after).replaceWith(after);
  }

  private Progress now(OutgoingInterchange before) {
    Progress progress = before.progress();
    return new Progress(
        progress.createdAt(),
        progress.sending(),
        progress.attempts() + 1,
        Optional.of(clock.instant()),
        progress.decidedAt(),
        "");
  }

  private static Progress tried(Progress progress, String error) {
    return new Progress(
        progress.createdAt(),
        progress.sending(),
        progress.attempts() + 1,
        progress.deliveredAt(),
        progress.decidedAt(),
        error);
  }
}

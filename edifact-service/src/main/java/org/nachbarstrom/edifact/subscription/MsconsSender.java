package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.mscons.write.MsconsVersion;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.edifact.dispatch.EnqueueOutcome;
import org.nachbarstrom.edifact.dispatch.References;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;
import org.nachbarstrom.edifact.partner.Partners;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

/** Writes MSCONS to a partner and queues them. */
@ApplicationScoped
class MsconsSender {
  private final Dispatch dispatch;
  private final References references;
  private final Partners partners;
  private final Clock clock;

  MsconsSender(Dispatch dispatch, References references, Partners partners, Clock clock) {
    this.dispatch = dispatch;
    this.references = references;
    this.partners = partners;
    this.clock = clock;
  }

  /**
   * Sends drafts in order; one that our own rules refuse is left out with the reasons and does not
   * hold up the others. Runs inside the caller's transaction.
   *
   * @return one outcome per draft
   */
  Uni<List<DraftOutcome>> send(
      Tenant tenant,
      Route route,
      ApplicationReference application,
      Cause cause,
      List<? extends Draft> drafts) {
    int messages = drafts.stream().mapToInt(Draft::size).sum();
    // Large messages may need an interchange each; references that are left over are gaps.
    int interchanges = messages;
    String own = route.sender().value();
    return references
        .take(tenant, own, messages + interchanges)
        .chain(numbers ->
            partners
                .snapshot(own, route.partner().value())
                .chain(known -> {
                  Instant now = clock.instant();
                  Heads heads =
                      heads(route, known, now, numbers.subList(interchanges, numbers.size()));
                  MsconsBatch batch = new MsconsBatch(route, application, known, now);
                  return OffLoop.compute(
                          () -> batch.write(drafts, heads, numbers.subList(0, interchanges)))
                      .chain(written -> enqueue(tenant, cause, written));
                }));
  }

  private static Heads heads(
      Route route, PartnerSnapshot known, Instant now, List<String> numbers) {
    Optional<MsconsVersion> version =
        known
            .partner(route.partner().value())
            .flatMap(partner -> partner.rules().messageVersion())
            .flatMap(MsconsVersion::of);
    boolean meteringOperator =
        known
            .roles(route.sender().value(), now)
            .filter(roles -> roles.contains(MarketRole.METERING_OPERATOR))
            .isPresent();
    return new Heads(route, now, version, numbers.iterator(), meteringOperator);
  }

  private Uni<List<DraftOutcome>> enqueue(Tenant tenant, Cause cause, MsconsBatch.Result written) {
    Map<String, EnqueueOutcome> queued = new HashMap<>();
    return Multi.createFrom()
        .iterable(written.interchanges())
        .onItem()
        .transformToUniAndConcatenate(interchange ->
            dispatch
                .enqueue(tenant, interchange.caused(cause))
                .invoke(outcome -> queued.put(interchange.reference(), outcome)))
        .collect()
        .asList()
        .replaceWith(() -> written.drafts().stream().map(draft -> outcome(draft, queued)).toList());
  }

  private static DraftOutcome outcome(
      MsconsBatch.WrittenDraft draft, Map<String, EnqueueOutcome> queued) {
    EnqueueOutcome outcome = queued.get(draft.interchange());
    if (outcome == null) {
      return new DraftOutcome(draft.documentNumbers(), Optional.empty(), draft.findings());
    }
    Optional<UUID> id = Optional.of(outcome.id());
    return switch (outcome) {
      case EnqueueOutcome.Queued ok -> new DraftOutcome(draft.documentNumbers(), id, List.of());
      case EnqueueOutcome.Parked parked ->
          new DraftOutcome(draft.documentNumbers(), id, parked.findings());
    };
  }
}

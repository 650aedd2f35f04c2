package org.nachbarstrom.settlement.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.settlement.booking.BatchDraft;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.BatchStore;
import org.nachbarstrom.settlement.booking.BatchSummary;
import org.nachbarstrom.settlement.booking.ReleaseBatch;
import org.nachbarstrom.settlement.party.PartyStore;
import org.nachbarstrom.support.tenancy.Tenant;

/** Takes a run as far as it can go: to its batch, or to what it waits for. */
@ApplicationScoped
public class AdvanceRun {
  private final RunStore runs;
  private final BatchStore batches;
  private final PartyStore parties;
  private final ReleaseBatch release;
  private final ReleasePolicy policy;

  AdvanceRun(
      RunStore runs,
      BatchStore batches,
      PartyStore parties,
      ReleaseBatch release,
      ReleasePolicy policy) {
    this.runs = runs;
    this.batches = batches;
    this.parties = parties;
    this.release = release;
    this.policy = policy;
  }

  /**
   * Works on a run inside the current transaction. A run that is incomplete or done is left as it
   * is, so that calling again never harms.
   */
  public Uni<Void> advance(Tenant tenant, UUID id) {
    return runs.find(id)
        .chain(found ->
            found
                .map(run -> runs.lockClosing(run.closing().id()))
                .orElseGet(() -> Uni.createFrom().item(List.of())))
        .chain(versions -> {
          Optional<Run> run = versions.stream().filter(v -> v.id().equals(id)).findFirst();
          return run.filter(r -> r.stage().isOpen() && r.isComplete())
              .map(r -> advance(tenant, r, versions))
              .orElseGet(Uni.createFrom()::voidItem);
        });
  }

  private Uni<Void> advance(Tenant tenant, Run run, List<Run> versions) {
    boolean outdated =
        versions.stream()
            .anyMatch(
                v -> v.closing().version() > run.closing().version() && v.stage().isComplete());
    if (outdated) {
      return runs.finish(run.id(), RunStage.SUPERSEDED);
    }
    return runs.costs(run)
        .chain(costs ->
            Settlement.check(run.announced().orElseThrow(), costs)
                .map(problem -> runs.stop(run.id(), problem))
                .orElseGet(() ->
                    supersede(run, versions)
                        .chain(earlier ->
                            earlier.stream().anyMatch(b -> b.state() == BatchState.RELEASED)
                                ? runs.wait(tenant, run.id(), List.of(WaitingFor.earlierBatch()))
                                : settle(tenant, run, costs, earlier))));
  }

  /** Ends older versions that are not booked; answers the batches of the closing, oldest first. */
  private Uni<List<BatchSummary>> supersede(Run run, List<Run> versions) {
    return batches
        .lockOfClosing(run.closing().id())
        .call(found ->
            Multi.createFrom()
                .iterable(found)
                .filter(batch -> batch.state() == BatchState.PREPARED)
                .onItem()
                .transformToUniAndConcatenate(this::discard)
                .collect()
                .last())
        .call(found ->
            Multi.createFrom()
                .iterable(versions)
                .filter(v -> v.closing().version() < run.closing().version())
                .filter(v -> v.stage().isOpen())
                .onItem()
                .transformToUniAndConcatenate(v -> runs.finish(v.id(), RunStage.SUPERSEDED))
                .collect()
                .last());
  }

  private Uni<Void> discard(BatchSummary batch) {
    return batches.discard(batch.id()).chain(done -> runs.finish(batch.run(), RunStage.SUPERSEDED));
  }

  private Uni<Void> settle(
      Tenant tenant, Run run, List<MemberCost> costs, List<BatchSummary> earlier) {
    return parties
        .lockForReading(tenant)
        .chain(locked -> parties.payers(Settlement.points(costs)))
        .chain(payers ->
            batches
                .booked(run.closing().id())
                .map(booked -> Settlement.settle(run.closing(), costs, payers, booked)))
        .chain(outcome ->
            switch (outcome) {
              case Settlement.Outcome.Stop(var problem) -> runs.stop(run.id(), problem);
              case Settlement.Outcome.Wait(var missing) -> runs.wait(tenant, run.id(), missing);
              case Settlement.Outcome.Book book -> book(tenant, run, book, earlier);
            });
  }

  private Uni<Void> book(
      Tenant tenant, Run run, Settlement.Outcome.Book book, List<BatchSummary> earlier) {
    Uni<Void> paying = runs.paying(tenant, run.id(), book.payers());
    if (book.bookings().isEmpty()) {
      return paying.chain(done -> runs.finish(run.id(), RunStage.UNCHANGED));
    }
    Optional<UUID> previous =
        earlier.stream().filter(BatchSummary::isBooked).map(BatchSummary::id).reduce((a, b) -> b);
    BatchDraft draft = new BatchDraft(run.id(), run.closing(), previous, book.bookings());
    return paying
        .chain(done -> runs.finish(run.id(), RunStage.BOOKED))
        .chain(done -> batches.prepare(tenant, draft))
        .chain(batch ->
            switch (policy.of(tenant)) {
              case AUTOMATIC -> release.release(tenant, batch).replaceWithVoid();
              case MANUAL -> Uni.createFrom().voidItem();
            });
  }
}

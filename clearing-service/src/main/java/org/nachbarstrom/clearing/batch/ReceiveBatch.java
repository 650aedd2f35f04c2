package org.nachbarstrom.clearing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** Takes in a batch of settlement. */
@ApplicationScoped
public class ReceiveBatch {
  private final BatchStore batches;
  private final BatchEvents events;
  private final PendingWork work;
  private final Clock clock;

  ReceiveBatch(BatchStore batches, BatchEvents events, PendingWork work, Clock clock) {
    this.batches = batches;
    this.events = events;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Stores the batch for posting, or as refused if it contradicts itself; inside the transaction of
   * the tenant. The same batch again changes nothing.
   *
   * @return fails with {@link BatchRejection#BATCH_CHANGED} if the batch is known with other
   *     content
   */
  public Uni<Void> receive(Tenant tenant, ReceivedBatch batch) {
    return batches
        .find(batch.batch())
        .chain(known -> known.isPresent() ? compare(batch) : add(tenant, batch));
  }

  private Uni<Void> compare(ReceivedBatch batch) {
    return batches
        .content(batch.batch())
        .invoke(known -> {
          if (!known.equals(batch)) {
            throw new ProblemException(
                BatchRejection.BATCH_CHANGED,
                "Batch " + batch.batch() + " is known with other content; the first one stays.");
          }
        })
        .replaceWithVoid();
  }

  private Uni<Void> add(Tenant tenant, ReceivedBatch batch) {
    Instant now = clock.instant();
    return batches
        .findBySequence(batch.sequence())
        .chain(holder -> {
          Optional<Refusal> refusal =
              holder.map(other -> taken(batch, other)).or(() -> contradiction(batch));
          return batches
              .add(batch, refusal, Trace.current(), now)
              .chain(added ->
                  refusal.isPresent()
                      ? events.refused(tenant, batch.batch(), batch.sequence(), refusal.get())
                      : Uni.createFrom().voidItem());
        })
        .chain(added -> work.announce(tenant, WorkKind.POST, now));
  }

  private static Refusal taken(ReceivedBatch batch, BatchRecord holder) {
    return Refusal.of(
        BatchRejection.SEQUENCE_TAKEN,
        "Sequence " + batch.sequence() + " belongs to batch " + holder.id() + ".");
  }

  private static Optional<Refusal> contradiction(ReceivedBatch batch) {
    return switch (BatchRules.check(batch)) {
      case CheckedBatch.Sound sound -> Optional.empty();
      case CheckedBatch.Bad bad -> Optional.of(bad.refusal());
    };
  }
}

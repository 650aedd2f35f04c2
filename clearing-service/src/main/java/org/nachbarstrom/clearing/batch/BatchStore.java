package org.nachbarstrom.clearing.batch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The batches of the tenant of the current transaction. */
public interface BatchStore {
  /**
   * Keeps a new batch.
   *
   * @param refusal why it is refused; empty if it is to be posted
   */
  Uni<Void> add(ReceivedBatch batch, Optional<Refusal> refusal, String traceparent, Instant now);

  /** The batch without its bookings. */
  Uni<Optional<BatchRecord>> find(UUID batch);

  /** The batch that takes the place; one refused because the place is taken does not. */
  Uni<Optional<BatchRecord>> findBySequence(long sequence);

  /** What was received. */
  Uni<ReceivedBatch> content(UUID batch);

  /**
   * Batches in the order of arrival.
   *
   * @param state only those; empty for all
   * @param after position after which to begin; 0 for the beginning
   * @param limit at most so many
   */
  Uni<List<BatchRecord>> list(Optional<BatchState> state, long after, int limit);

  /** Number of batches by state. */
  Uni<BatchCounts> counts();

  /** Locks the order of postings until the transaction ends and answers the next sequence. */
  Uni<Long> lockOrder();

  /** The sequence that is posted next, without a lock. */
  Uni<Long> nextSequence();

  /** The current next sequence is done with; the order must be locked. */
  Uni<Void> advance();

  /** A received batch is posted at the next place of the ledger; the order must be locked. */
  Uni<Void> markPosted(UUID batch, Instant now);

  /** A received batch is refused. */
  Uni<Void> markRefused(UUID batch, Refusal refusal);

  /** The posted batch with the lowest place in the ledger. */
  Uni<Optional<BatchRecord>> nextToAnchor();

  /**
   * Anchored batches in the order of the ledger.
   *
   * @param after ledger sequence after which to begin; 0 for the beginning
   * @param limit at most so many
   */
  Uni<List<BatchRecord>> anchored(long after, int limit);

  /** A posted batch is on the chain; false if it is known to be already. */
  Uni<Boolean> markAnchored(UUID batch, Anchor anchor);

  /**
   * An attempt to anchor failed.
   *
   * @return number of failed attempts so far
   */
  Uni<Integer> raiseAlarm(UUID batch, Alarm alarm);
}

package org.nachbarstrom.settlement.booking;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where batches live. All calls belong to the transaction of the caller and see one tenant. */
public interface BatchStore {
  /** Stores a batch as {@link BatchState#PREPARED} and gives it and its bookings their ids. */
  Uni<UUID> prepare(Tenant tenant, BatchDraft draft);

  /** A batch with its bookings. */
  Uni<Optional<BookingBatch>> find(UUID batch);

  /** How far a batch is; no other transaction changes it before this one ends. */
  Uni<Optional<BatchSummary>> lock(UUID batch);

  /** All batches of a closing, oldest first; locked as by {@link #lock}. */
  Uni<List<BatchSummary>> lockOfClosing(UUID closing);

  /** What the batches of a closing that count as booked have moved together. */
  Uni<Positions> booked(UUID closing);

  /** Makes a locked prepared batch {@link BatchState#RELEASED} with the next sequence number. */
  Uni<Void> release(Tenant tenant, UUID batch);

  /** Makes a locked prepared batch {@link BatchState#DISCARDED}. */
  Uni<Void> discard(UUID batch);

  /** Makes a locked released batch {@link BatchState#CLEARED}. */
  Uni<Void> cleared(UUID batch, ClearingFacts facts);

  /** Makes a locked released batch {@link BatchState#REFUSED}. */
  Uni<Void> refused(UUID batch, Refusal refusal);
}

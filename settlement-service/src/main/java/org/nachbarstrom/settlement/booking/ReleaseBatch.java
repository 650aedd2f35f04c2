package org.nachbarstrom.settlement.booking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Gives a prepared batch its sequence number and sends it to clearing. */
@ApplicationScoped
public class ReleaseBatch {
  private final BatchStore store;
  private final BatchPublisher publisher;

  ReleaseBatch(BatchStore store, BatchPublisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  /**
   * Releases inside the current transaction; does nothing if it was released before.
   *
   * @return the batch as it is now
   * @throws ProblemException {@link BookingRejection#BATCH_UNKNOWN} or {@link
   *     BookingRejection#BATCH_DISCARDED}
   */
  public Uni<BookingBatch> release(Tenant tenant, UUID batch) {
    return store
        .lock(batch)
        .map(found -> found.orElseThrow(() -> unknown(batch)))
        .chain(found ->
            switch (found.state()) {
              case PREPARED -> send(tenant, batch);
              case RELEASED, CLEARED, REFUSED -> read(batch);
              case DISCARDED ->
                  throw new ProblemException(
                      BookingRejection.BATCH_DISCARDED,
                      "Batch " + batch + " gave way to a newer version of its closing.");
            });
  }

  private Uni<BookingBatch> send(Tenant tenant, UUID batch) {
    return store
        .release(tenant, batch)
        .chain(done -> read(batch))
        .call(released -> publisher.publish(tenant, released));
  }

  private Uni<BookingBatch> read(UUID batch) {
    return store.find(batch).map(found -> found.orElseThrow(() -> unknown(batch)));
  }

  private static ProblemException unknown(UUID batch) {
    return new ProblemException(BookingRejection.BATCH_UNKNOWN, "No batch has the id " + batch);
  }
}

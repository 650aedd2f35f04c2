package org.nachbarstrom.settlement.booking;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records what clearing answered to a released batch. */
@ApplicationScoped
public class RecordClearing {
  private final BatchStore store;
  private final BatchSettled listener;

  RecordClearing(BatchStore store, BatchSettled listener) {
    this.store = store;
    this.listener = listener;
  }

  /**
   * The batch is in the journal and on the chain. Does nothing if that is known.
   *
   * @throws ProblemException {@link BookingRejection#BATCH_UNKNOWN} or {@link
   *     BookingRejection#ANSWER_CONTRADICTS}
   */
  public Uni<Void> cleared(Tenant tenant, UUID batch, ClearingFacts facts) {
    return answer(tenant, batch, BatchState.CLEARED, id -> store.cleared(id, facts));
  }

  /**
   * Nothing of the batch is booked. Does nothing if that is known.
   *
   * @throws ProblemException {@link BookingRejection#BATCH_UNKNOWN} or {@link
   *     BookingRejection#ANSWER_CONTRADICTS}
   */
  public Uni<Void> refused(Tenant tenant, UUID batch, Refusal refusal) {
    return answer(tenant, batch, BatchState.REFUSED, id -> store.refused(id, refusal));
  }

  private Uni<Void> answer(
      Tenant tenant, UUID batch, BatchState answer, Function<UUID, Uni<Void>> change) {
    return store
        .lock(batch)
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(
                    BookingRejection.BATCH_UNKNOWN, "Clearing answered to batch " + batch)))
        .chain(found -> {
          if (found.state() == answer) {
            return Uni.createFrom().voidItem();
          }
          if (found.state() != BatchState.RELEASED) {
            throw new ProblemException(
                BookingRejection.ANSWER_CONTRADICTS,
                "Batch " + batch + " is " + found.state() + ", clearing says " + answer);
          }
          return change.apply(batch).chain(done -> listener.settled(tenant, found.run()));
        });
  }
}

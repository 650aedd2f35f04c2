package org.nachbarstrom.settlement.booking;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells clearing about a released batch, once the current transaction has committed. */
public interface BatchPublisher {
  /** Sends the batch with all its bookings. */
  Uni<Void> publish(Tenant tenant, BookingBatch batch);
}

package org.nachbarstrom.settlement.booking.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.settlement.booking.BatchPublisher;
import org.nachbarstrom.settlement.booking.BookingBatch;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Sends batches through the outbox. */
@ApplicationScoped
class OutboxBatchPublisher implements BatchPublisher {
  private final Outbox outbox;

  OutboxBatchPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(Tenant tenant, BookingBatch batch) {
    return outbox.append(
        tenant,
        new OutgoingEvent(
            BookingBatchEvent.ADDRESS, batch.id().toString(), BookingBatchEvent.of(batch)));
  }
}

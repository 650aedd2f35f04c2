package org.nachbarstrom.clearing.batch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.clearing.batch.ReceiveBatch;
import org.nachbarstrom.support.event.EventConsumer;

/** Takes booking batches of settlement. */
@ApplicationScoped
class BookingBatchConsumer {
  private final EventConsumer consumer;
  private final ReceiveBatch receiveBatch;

  BookingBatchConsumer(EventConsumer consumer, ReceiveBatch receiveBatch) {
    this.consumer = consumer;
    this.receiveBatch = receiveBatch;
  }

  @Incoming("booking-batch")
  Uni<Void> received(Message<byte[]> message) {
    return consumer.consume(
        message,
        BookingBatchEvent.class,
        event -> receiveBatch.receive(event.tenant(), event.data().toBatch()));
  }
}

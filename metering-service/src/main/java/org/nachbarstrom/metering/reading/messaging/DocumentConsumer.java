package org.nachbarstrom.metering.reading.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.metering.reading.RecordDocument;
import org.nachbarstrom.support.event.EventConsumer;

/** Records what documents of the market say about readings and energy quantities. */
@ApplicationScoped
class DocumentConsumer {
  private final EventConsumer events;
  private final RecordDocument recordDocument;

  DocumentConsumer(EventConsumer events, RecordDocument recordDocument) {
    this.events = events;
    this.recordDocument = recordDocument;
  }

  @Incoming("readings-received")
  Uni<Void> readings(Message<byte[]> message) {
    return events.consume(
        message,
        ReadingsReceived.class,
        event -> recordDocument.record(event.tenant(), DocumentReader.read(event.data())));
  }

  @Incoming("energy-quantities-received")
  Uni<Void> quantities(Message<byte[]> message) {
    return events.consume(
        message,
        EnergyQuantitiesReceived.class,
        event -> recordDocument.record(event.tenant(), DocumentReader.read(event.data())));
  }

  @Incoming("document-cancelled")
  Uni<Void> cancelled(Message<byte[]> message) {
    return events.consume(
        message,
        DocumentCancelled.class,
        event -> recordDocument.record(event.tenant(), DocumentReader.read(event.data())));
  }
}

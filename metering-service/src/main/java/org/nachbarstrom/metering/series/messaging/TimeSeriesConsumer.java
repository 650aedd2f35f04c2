package org.nachbarstrom.metering.series.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.metering.series.RecordSeries;
import org.nachbarstrom.support.event.EventConsumer;
import org.nachbarstrom.support.event.IncomingEvent;

/** Records the values of each message the market sent. */
@ApplicationScoped
class TimeSeriesConsumer {
  private final EventConsumer events;
  private final RecordSeries recordSeries;

  TimeSeriesConsumer(EventConsumer events, RecordSeries recordSeries) {
    this.events = events;
    this.recordSeries = recordSeries;
  }

  @Incoming("time-series-received")
  Uni<Void> receive(Message<byte[]> message) {
    return events.consume(message, TimeSeriesReceived.class, this::record);
  }

  private Uni<Void> record(IncomingEvent<TimeSeriesReceived> event) {
    return recordSeries
        .record(event.tenant(), TimeSeriesReader.read(event.data()))
        .replaceWithVoid();
  }
}

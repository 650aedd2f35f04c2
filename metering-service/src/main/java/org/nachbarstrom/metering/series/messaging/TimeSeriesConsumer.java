package org.nachbarstrom.metering.series.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.metering.series.RecordMessages;
import org.nachbarstrom.support.event.EventBatches;
import org.nachbarstrom.support.event.IncomingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records the values of the messages the market sent, those that arrive together at once. */
@ApplicationScoped
class TimeSeriesConsumer {
  private final EventBatches batches;
  private final RecordMessages recordMessages;

  TimeSeriesConsumer(EventBatches batches, RecordMessages recordMessages) {
    this.batches = batches;
    this.recordMessages = recordMessages;
  }

  @Incoming("time-series-received")
  Flow.Subscriber<Message<byte[]>> receive() {
    return batches.of(TimeSeriesReceived.class, this::record);
  }

  private Uni<Void> record(Tenant tenant, List<IncomingEvent<TimeSeriesReceived>> events) {
    return recordMessages.record(
        tenant, events.stream().map(event -> TimeSeriesReader.read(event.data())).toList());
  }
}

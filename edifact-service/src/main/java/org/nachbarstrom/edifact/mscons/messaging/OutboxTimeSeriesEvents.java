package org.nachbarstrom.edifact.mscons.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nachbarstrom.edifact.mscons.ReceivedProfile;
import org.nachbarstrom.edifact.mscons.TimeSeriesEvents;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the events into the outbox of the current transaction. */
@ApplicationScoped
class OutboxTimeSeriesEvents implements TimeSeriesEvents {
  private static final String ADDRESS = "edifact.time-series-received.v1";

  private final Outbox outbox;

  OutboxTimeSeriesEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(Tenant tenant, List<ReceivedProfile> profiles) {
    return outbox.append(tenant, profiles.stream().map(OutboxTimeSeriesEvents::event).toList());
  }

  private static OutgoingEvent event(ReceivedProfile received) {
    return new OutgoingEvent(
        ADDRESS, received.profile().object().id(), TimeSeriesReceived.of(received));
  }
}

package org.nachbarstrom.edifact.mscons.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.mscons.MeteringEvents;
import org.nachbarstrom.edifact.mscons.ReceivedContent;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the events into the outbox of the current transaction. */
@ApplicationScoped
class OutboxMeteringEvents implements MeteringEvents {
  private final Outbox outbox;

  OutboxMeteringEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> publish(Tenant tenant, List<ReceivedContent> received) {
    return outbox.append(
        tenant,
        received.stream().map(OutboxMeteringEvents::event).flatMap(Optional::stream).toList());
  }

  private static Optional<OutgoingEvent> event(ReceivedContent received) {
    Source source = Source.of(received);
    return switch (received.content()) {
      case LoadProfile profile -> TimeSeriesReceived.event(source, profile);
      case RegisterReadings readings -> ReadingsReceived.event(source, readings);
      case EnergyQuantities quantities -> EnergyQuantitiesReceived.event(source, quantities);
      case Cancellation cancellation -> Optional.of(DocumentCancelled.event(source, cancellation));
      case OtherSeries other -> Optional.empty();
    };
  }
}

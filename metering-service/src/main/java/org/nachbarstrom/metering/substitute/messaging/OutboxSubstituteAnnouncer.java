package org.nachbarstrom.metering.substitute.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nachbarstrom.metering.substitute.SubstituteAnnouncer;
import org.nachbarstrom.metering.substitute.Substitution;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the event into the outbox of the current transaction. */
@ApplicationScoped
class OutboxSubstituteAnnouncer implements SubstituteAnnouncer {
  private static final String ADDRESS = "metering.substitutes-made.v1";

  private final Outbox outbox;

  OutboxSubstituteAnnouncer(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> announce(Tenant tenant, Substitution substitution, Instant recordedAt) {
    return outbox.append(
        tenant,
        new OutgoingEvent(
            ADDRESS,
            substitution.key().accountingPoint().value(),
            SubstitutesMade.of(substitution, recordedAt)));
  }
}

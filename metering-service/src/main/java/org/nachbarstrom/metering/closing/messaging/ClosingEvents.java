package org.nachbarstrom.metering.closing.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingAnnouncer;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.MemberEnergy;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the events of a closing version into the outbox. */
@ApplicationScoped
class ClosingEvents implements ClosingAnnouncer {
  private static final String MEMBER_ENERGY = "metering.member-energy.v1";
  private static final String PERIOD_CLOSED = "metering.period-closed.v1";

  private final Outbox outbox;

  ClosingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> announce(
      Tenant tenant, Closing closing, ClosingVersion version, List<MemberEnergy> members) {
    List<OutgoingEvent> events = new ArrayList<>(members.size() + 1);
    for (MemberEnergy member : members) {
      events.add(
          new OutgoingEvent(
              MEMBER_ENERGY,
              member.accountingPoint().value(),
              MemberEnergyEvent.of(closing, version, member)));
    }
    events.add(
        new OutgoingEvent(
            PERIOD_CLOSED, closing.id().toString(), PeriodClosedEvent.of(closing, version)));
    return outbox.append(tenant, events);
  }
}

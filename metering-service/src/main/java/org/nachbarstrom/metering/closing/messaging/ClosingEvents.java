package org.nachbarstrom.metering.closing.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingAnnouncer;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.MemberEnergy;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;

/** Puts the events of a closing version into the outbox, some members at a time. */
@ApplicationScoped
class ClosingEvents implements ClosingAnnouncer {
  private static final String MEMBER_ENERGY = "metering.member-energy.v1";
  private static final String PERIOD_CLOSED = "metering.period-closed.v1";

  /** An event with a hundred suppliers has some 200 kB. */
  private static final int AT_ONCE = 50;

  private final Outbox outbox;

  ClosingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> announce(
      Tenant tenant, Closing closing, ClosingVersion version, List<MemberEnergy> members) {
    return Multi.createFrom()
        .range(0, Math.ceilDiv(members.size(), AT_ONCE))
        .onItem()
        .transformToUniAndConcatenate(part -> {
          int from = part * AT_ONCE;
          int to = Math.min(members.size(), from + AT_ONCE);
          return outbox.append(
              tenant,
              members.subList(from, to).stream()
                  .map(member -> event(closing, version, member))
                  .toList());
        })
        .onItem()
        .ignoreAsUni()
        .chain(appended ->
            outbox.append(
                tenant,
                new OutgoingEvent(
                    PERIOD_CLOSED,
                    closing.id().toString(),
                    PeriodClosedEvent.of(closing, version))));
  }

  private static OutgoingEvent event(Closing closing, ClosingVersion version, MemberEnergy member) {
    return new OutgoingEvent(
        MEMBER_ENERGY,
        member.accountingPoint().value(),
        MemberEnergyEvent.of(closing, version, member));
  }
}

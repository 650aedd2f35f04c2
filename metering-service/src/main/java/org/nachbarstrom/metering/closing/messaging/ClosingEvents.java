package org.nachbarstrom.metering.closing.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.nachbarstrom.metering.closing.Closing;
import org.nachbarstrom.metering.closing.ClosingAnnouncer;
import org.nachbarstrom.metering.closing.ClosingVersion;
import org.nachbarstrom.metering.closing.MemberEnergy;
import org.nachbarstrom.support.event.Outbox;
import org.nachbarstrom.support.event.OutgoingEvent;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.OffLoop;

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
    List<Integer> begins =
        IntStream.iterate(0, from -> from < members.size(), from -> from + AT_ONCE)
            .boxed()
            .toList();
    return OffLoop.ahead(
            begins,
            from -> {
              int to = Math.min(members.size(), from + AT_ONCE);
              return OffLoop.compute(() ->
                  members.subList(from, to).stream()
                      .map(member -> outbox.written(event(closing, version, member)))
                      .toList());
            },
            events -> outbox.append(tenant, events))
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

package org.nachbarstrom.pricing.rating.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.pricing.rating.MemberEnergy;
import org.nachbarstrom.pricing.rating.RateMember;
import org.nachbarstrom.support.event.EventConsumer;
import org.nachbarstrom.support.event.IncomingEvent;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Takes the energy of members from metering. */
@ApplicationScoped
class EnergyEvents {
  private final EventConsumer consumer;
  private final RateMember rate;

  EnergyEvents(EventConsumer consumer, RateMember rate) {
    this.consumer = consumer;
    this.rate = rate;
  }

  @Incoming("member-energy")
  Uni<Void> received(Message<Object> message) {
    return consumer.consume(message, MemberEnergyEvent.class, this::rate);
  }

  private Uni<Void> rate(IncomingEvent<MemberEnergyEvent> event) {
    return rate.received(event.tenant(), event.data().closing(), understood(event.data()));
  }

  /** A body that breaks a rule of the domain is as unreadable as one that is no JSON. */
  private static MemberEnergy understood(MemberEnergyEvent data) {
    try {
      return data.toEnergy();
    } catch (IllegalArgumentException | ArithmeticException broken) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, String.valueOf(broken.getMessage()));
    }
  }
}

package org.nachbarstrom.edifact.subscription.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.edifact.subscription.ClosingVersion;
import org.nachbarstrom.edifact.subscription.CollectClosing;
import org.nachbarstrom.edifact.subscription.MemberQuantities;
import org.nachbarstrom.edifact.subscription.ReportSubstitutes;
import org.nachbarstrom.support.event.EventConsumer;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Takes the events of metering that subscribers wait for. */
@ApplicationScoped
class MeteringEvents {
  private final EventConsumer consumer;
  private final CollectClosing collect;
  private final ReportSubstitutes substitutes;

  MeteringEvents(EventConsumer consumer, CollectClosing collect, ReportSubstitutes substitutes) {
    this.consumer = consumer;
    this.collect = collect;
    this.substitutes = substitutes;
  }

  @Incoming("member-energy")
  Uni<Void> member(Message<byte[]> message) {
    return consumer.consume(
        message,
        MemberEnergyEvent.class,
        event -> {
          ClosingVersion closing = understood(event.data().closing()::toVersion);
          MemberQuantities member = understood(event.data()::toMember);
          return collect.member(event.tenant(), closing, member);
        });
  }

  @Incoming("period-closed")
  Uni<Void> closed(Message<byte[]> message) {
    return consumer.consume(
        message,
        PeriodClosedEvent.class,
        event -> collect.closed(event.tenant(), understood(event.data()::toPeriod)));
  }

  @Incoming("substitutes-made")
  Uni<Void> substitutes(Message<byte[]> message) {
    return consumer.consume(
        message,
        SubstitutesMadeEvent.class,
        event -> substitutes.report(event.tenant(), understood(event.data()::toSubstitutes)));
  }

  /** A body that breaks a rule of the domain is as unreadable as one that is no JSON. */
  private static <T> T understood(Supplier<T> data) {
    try {
      return data.get();
    } catch (IllegalArgumentException | ArithmeticException broken) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, String.valueOf(broken.getMessage()));
    }
  }
}

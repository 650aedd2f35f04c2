package org.nachbarstrom.settlement.run.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.nachbarstrom.settlement.run.CollectRun;
import org.nachbarstrom.support.event.EventConsumer;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Takes the events that runs are made of. */
@ApplicationScoped
class RunEvents {
  private final EventConsumer consumer;
  private final CollectRun collect;

  RunEvents(EventConsumer consumer, CollectRun collect) {
    this.consumer = consumer;
    this.collect = collect;
  }

  @Incoming("period-closed")
  Uni<Void> closed(Message<byte[]> message) {
    return consumer.consume(
        message,
        PeriodClosedEvent.class,
        event -> collect.closed(event.tenant(), understood(event.data()::toPeriod)));
  }

  @Incoming("member-cost")
  Uni<Void> rated(Message<byte[]> message) {
    return consumer.consume(
        message,
        MemberCostEvent.class,
        event -> collect.rated(event.tenant(), understood(event.data()::toCost)));
  }

  /** A body that breaks a rule of the domain is as unreadable as one that is no JSON. */
  private static <T> T understood(Supplier<T> data) {
    try {
      return data.get();
    } catch (IllegalArgumentException broken) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, String.valueOf(broken.getMessage()));
    }
  }
}

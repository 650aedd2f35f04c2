package org.nachbarstrom.support.event;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/**
 * Handles events that have arrived together in one transaction per tenant, each event once like
 * {@link EventConsumer}. Nothing is waited for: a batch is what came while the one before was
 * handled. If a batch fails, each of its messages is consumed alone, so that one bad message is set
 * aside or given back alone.
 */
@ApplicationScoped
public class EventBatches {
  private static final Logger LOG = Logger.getLogger(EventBatches.class);

  private final EventConsumer consumer;
  private final Vertx vertx;

  EventBatches(EventConsumer consumer, Vertx vertx) {
    this.consumer = consumer;
    this.vertx = vertx;
  }

  /** Handles new events of one tenant inside its transaction. */
  @FunctionalInterface
  public interface Handler<T> {
    /**
     * Changes state; may append to the {@link Outbox}.
     *
     * @param events in the order of arrival, each id once
     */
    Uni<Void> handle(Tenant tenant, List<IncomingEvent<T>> events);
  }

  /**
   * Takes the messages of a channel, in AMQP with CloudEvents in binary mode.
   *
   * @param dataType type of the JSON bodies
   */
  public <T> Flow.Subscriber<Message<byte[]>> of(Class<T> dataType, Handler<T> handler) {
    return new MessageLanes(vertx, arrivals -> settle(arrivals, dataType, handler));
  }

  private record Read<T>(MessageLanes.Arrival arrival, IncomingEvent<T> event) {}

  private <T> Uni<Void> settle(
      List<MessageLanes.Arrival> arrivals, Class<T> dataType, Handler<T> handler) {
    List<Message<?>> alone = new ArrayList<>();
    Map<Tenant, List<Read<T>>> byTenant = new LinkedHashMap<>();
    for (MessageLanes.Arrival arrival : arrivals) {
      try {
        IncomingEvent<T> event = consumer.read(arrival.event(), dataType);
        byTenant
            .computeIfAbsent(event.tenant(), tenant -> new ArrayList<>())
            .add(new Read<>(arrival, event));
      } catch (ProblemException unreadable) {
        alone.add(arrival.message());
      }
    }
    Uni<Void> chain = consumeAlone(alone, dataType, handler);
    for (Map.Entry<Tenant, List<Read<T>>> one : byTenant.entrySet()) {
      chain = chain.chain(done -> settle(one.getKey(), one.getValue(), dataType, handler));
    }
    return chain;
  }

  private <T> Uni<Void> settle(
      Tenant tenant, List<Read<T>> read, Class<T> dataType, Handler<T> handler) {
    List<Message<?>> messages = new ArrayList<>(read.size());
    read.forEach(one -> messages.add(one.arrival().message()));
    if (read.size() == 1) {
      return consumeAlone(messages, dataType, handler);
    }
    RawEvent first = read.getFirst().arrival().event();
    List<IncomingEvent<T>> events = read.stream().map(Read::event).toList();
    return Trace.with(
            first.traceparent(), first.type(), () -> consumer.once(tenant, events, handler))
        .replaceWith(true)
        .onFailure()
        .recoverWithItem(failure -> {
          LOG.debugf(failure, "A batch of %d events failed", events.size());
          return false;
        })
        .chain(
            stored -> stored ? acknowledge(messages) : consumeAlone(messages, dataType, handler));
  }

  private <T> Uni<Void> consumeAlone(
      List<Message<?>> messages, Class<T> dataType, Handler<T> handler) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (Message<?> message : messages) {
      chain =
          chain.chain(done ->
              consumer.consume(
                  message, dataType, event -> handler.handle(event.tenant(), List.of(event))));
    }
    return chain;
  }

  /** A message whose settlement is lost comes again and is known by then. */
  private static Uni<Void> acknowledge(List<Message<?>> messages) {
    List<Uni<Void>> settled = new ArrayList<>(messages.size());
    for (Message<?> message : messages) {
      settled.add(
          Uni.createFrom()
              .completionStage(message::ack)
              .onFailure()
              .recoverWithNull()
              .replaceWithVoid());
    }
    return Uni.join().all(settled).andCollectFailures().replaceWithVoid();
  }
}

package org.nachbarstrom.support.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.PlatformRejection;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/**
 * Handles each incoming event once. The handler runs inside the tenant's transaction together with
 * the inbox row that remembers the event id, so that a repetition finds it and does nothing. What
 * cannot be understood, or is refused with a {@link ProblemException}, goes to the dead-letter
 * address with the problem; any other failure gives the message back to the broker for redelivery.
 */
@ApplicationScoped
public class EventConsumer {
  private static final Logger LOG = Logger.getLogger(EventConsumer.class);

  private final TenantTransactions transactions;
  private final Sql sql;
  private final Outbox outbox;
  private final ObjectMapper json;
  private final Clock clock;

  EventConsumer(
      TenantTransactions transactions, Sql sql, Outbox outbox, ObjectMapper json, Clock clock) {
    this.transactions = transactions;
    this.sql = sql;
    this.outbox = outbox;
    // Within one version of an event additions are allowed; a request to an API is taken strictly.
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.clock = clock;
  }

  /**
   * Consumes one message: handled, known already, set aside, or given back.
   *
   * @param message AMQP message in CloudEvents binary mode
   * @param dataType type of the JSON body
   * @param handler change of state; may append to the {@link Outbox}
   * @return completes when the message is settled with the broker
   */
  public <T> Uni<Void> consume(
      Message<?> message, Class<T> dataType, Function<IncomingEvent<T>, Uni<Void>> handler) {
    RawEvent raw = RawEvent.of(message);
    return Trace.with(raw.traceparent(), raw.type(), () -> settle(message, raw, dataType, handler));
  }

  private <T> Uni<Void> settle(
      Message<?> message,
      RawEvent raw,
      Class<T> dataType,
      Function<IncomingEvent<T>, Uni<Void>> handler) {
    return Uni.createFrom()
        .deferred(() -> once(read(raw, dataType), handler))
        .onFailure(ProblemException.class)
        .recoverWithUni(problem -> setAside(raw, problem))
        .onItem()
        .transformToUni(done -> Uni.createFrom().completionStage(message.ack()))
        .onFailure()
        .recoverWithUni(failure -> {
          LOG.warnf(failure, "Event %s %s is given back for redelivery", raw.type(), raw.id());
          return Uni.createFrom().completionStage(message.nack(failure));
        });
  }

  private <T> Uni<Void> once(
      IncomingEvent<T> event, Function<IncomingEvent<T>, Uni<Void>> handler) {
    return once(
        event.tenant(), List.of(event), (tenant, events) -> handler.apply(events.getFirst()));
  }

  /** Handles those of the tenant's events that are not known yet, in one transaction. */
  <T> Uni<Void> once(
      Tenant tenant, List<IncomingEvent<T>> events, EventBatches.Handler<T> handler) {
    Map<UUID, IncomingEvent<T>> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.id(), event));
    return transactions.inTransaction(
        tenant,
        () ->
            remember(byId)
                .chain(fresh -> {
                  byId.keySet().retainAll(fresh);
                  return byId.isEmpty()
                      ? Uni.createFrom().voidItem()
                      : handler.handle(tenant, List.copyOf(byId.values()));
                }));
  }

  /** Answers which of the events are new; in order, so that two never wait in a circle. */
  private <T> Uni<Set<UUID>> remember(Map<UUID, IncomingEvent<T>> byId) {
    List<IncomingEvent<T>> inOrder =
        byId.values().stream().sorted(Comparator.comparing(IncomingEvent::id)).toList();
    return sql.query(
            """
            insert into inbox (event_id, address, received_at)
            select id, address, $3 from unnest($1::uuid[], $2::text[]) as e (id, address)
            on conflict do nothing returning event_id\
            """,
            inOrder.stream().map(IncomingEvent::id).toArray(UUID[]::new),
            inOrder.stream().map(IncomingEvent::address).toArray(String[]::new),
            clock.instant().atOffset(ZoneOffset.UTC))
        .map(rows -> rows.stream().map(row -> row.getUUID("event_id")).collect(Collectors.toSet()));
  }

  /**
   * Reads an event.
   *
   * @throws ProblemException if it is none
   */
  <T> IncomingEvent<T> read(RawEvent raw, Class<T> dataType) {
    try {
      T data = json.readValue(raw.body().getBytes(), dataType);
      if (data == null) {
        throw new ProblemException(PlatformRejection.UNREADABLE_EVENT, "The body is empty.");
      }
      Tenant tenant = new Tenant(raw.tenantId());
      return new IncomingEvent<>(raw.eventId(), raw.address(), raw.subject(), tenant, data);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ProblemException(
          PlatformRejection.UNREADABLE_EVENT, String.valueOf(unreadable.getMessage()));
    }
  }

  private Uni<Void> setAside(RawEvent raw, ProblemException problem) {
    LOG.warnf(
        "Event %s %s is set aside: %s %s",
        raw.type(), raw.id(), problem.rejection().code(), problem.detail());
    return transactions.inSystemTransaction(() ->
        outbox.appendDeadLetter(
            raw, problem.rejection().code() + " " + problem.detail() + " id=" + raw.id()));
  }
}

package org.nachbarstrom.support.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Function;
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
    return transactions.inTransaction(
        event.tenant(),
        () ->
            sql.execute(
                    """
                    insert into inbox (event_id, address, received_at) values ($1, $2, $3)
                    on conflict do nothing\
                    """,
                    event.id(),
                    event.address(),
                    clock.instant().atOffset(ZoneOffset.UTC))
                .chain(inserted ->
                    inserted == 0
                        ? Uni.createFrom().voidItem()
                        : handler.apply(event).replaceWithVoid()));
  }

  private <T> IncomingEvent<T> read(RawEvent raw, Class<T> dataType) {
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

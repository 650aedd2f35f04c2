package org.nachbarstrom.support.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/**
 * Events that leave with the transaction that caused them: rows written here are sent by {@link
 * OutboxRelay} after the commit, at least once and always under the same id.
 */
@ApplicationScoped
public class Outbox {
  static final String TYPE_PREFIX = "org.nachbarstrom.";
  static final String DEAD_LETTERS = "DLQ";

  private static final String INSERT =
      """
      insert into outbox
        (id, address, type, subject, tenant, traceparent, occurred_at, problem, data)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
      """;

  private final Sql sql;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(Sql sql, ObjectMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /** Adds one event to the current transaction. */
  public Uni<Void> append(Tenant tenant, OutgoingEvent event) {
    return append(tenant, List.of(event));
  }

  /** Adds events to the current transaction in one round trip. */
  public Uni<Void> append(Tenant tenant, List<OutgoingEvent> events) {
    List<@Nullable Object[]> rows = new ArrayList<>(events.size());
    for (OutgoingEvent event : events) {
      String type = TYPE_PREFIX + event.address();
      rows.add(row(event.address(), raw(tenant, type, event), null));
    }
    return sql.batch(INSERT, rows);
  }

  /** The same with its body as it will be sent, so that little is left to do; on any thread. */
  public OutgoingEvent written(OutgoingEvent event) {
    return new OutgoingEvent(event.address(), event.subject(), body(event.data()));
  }

  /** Puts a message that cannot be handled where people find it, with the reason beside it. */
  Uni<Void> appendDeadLetter(RawEvent event, String problem) {
    return sql.batch(INSERT, List.<@Nullable Object[]>of(row(DEAD_LETTERS, event, problem)));
  }

  private RawEvent raw(Tenant tenant, String type, OutgoingEvent event) {
    return new RawEvent(null, type, event.subject(), tenant.id(), null, body(event.data()));
  }

  private @Nullable Object[] row(String address, RawEvent event, @Nullable String problem) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    @Nullable Object[] row = {
      UUID.randomUUID(),
      address,
      event.type(),
      event.subject(),
      event.tenantId(),
      Trace.current(),
      now,
      problem,
      event.body()
    };
    return row;
  }

  private Buffer body(Object data) {
    if (data instanceof Buffer written) {
      return written;
    }
    try {
      return Buffer.buffer(json.writeValueAsBytes(data));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

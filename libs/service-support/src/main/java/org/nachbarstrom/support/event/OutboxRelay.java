package org.nachbarstrom.support.event;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.amqp.OutgoingAmqpMetadata;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Sends what the outbox holds and deletes it once the broker has accepted it. A crash in between
 * sends again under the same id; several instances share the rows by skipping locked ones.
 */
@ApplicationScoped
class OutboxRelay {
  /** With the charset named, the connector hands the bytes over instead of parsing them itself. */
  private static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final String NEXT =
      """
      select seq, id, address, type, subject, tenant, traceparent, occurred_at, problem, data
      from outbox order by seq limit 64 for update skip locked\
      """;

  private final TenantTransactions transactions;
  private final Sql sql;
  private final MutinyEmitter<byte[]> emitter;
  private final String source;

  OutboxRelay(
      TenantTransactions transactions,
      Sql sql,
      @Channel("events") MutinyEmitter<byte[]> emitter,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.transactions = transactions;
    this.sql = sql;
    this.emitter = emitter;
    this.source = "/nachbarstrom/" + application;
  }

  void start(@Observes StartupEvent event, WorkLoops loops) {
    loops.start("outbox", Duration.ofMillis(100), this::sendSome);
  }

  private Uni<Boolean> sendSome() {
    return transactions.inSystemTransaction(
        () -> sql.query(NEXT).chain(rows -> rows.isEmpty() ? idle() : send(rows)));
  }

  private static Uni<Boolean> idle() {
    return Uni.createFrom().item(false);
  }

  private Uni<Boolean> send(List<Row> rows) {
    Long[] sequence = rows.stream().map(row -> row.getLong("seq")).toArray(Long[]::new);
    return Uni.join()
        .all(rows.stream().map(this::send).toList())
        .andFailFast()
        .chain(sent -> sql.execute("delete from outbox where seq = any($1)", (Object) sequence))
        .replaceWith(true);
  }

  private Uni<Void> send(Row row) {
    byte[] body = row.getBuffer("data").getBytes();
    return emitter.sendMessage(Message.of(body, Metadata.of(metadata(row))));
  }

  private OutgoingAmqpMetadata metadata(Row row) {
    UUID id = row.getUUID("id");
    var builder =
        OutgoingAmqpMetadata.builder()
            .withAddress(row.getString("address"))
            .withDurable(true)
            .withMessageId(id.toString())
            .withContentType(CONTENT_TYPE)
            .withApplicationProperty(RawEvent.PREFIX + "specversion", "1.0")
            .withApplicationProperty(RawEvent.PREFIX + "id", id.toString())
            .withApplicationProperty(RawEvent.PREFIX + "source", source)
            .withApplicationProperty(RawEvent.PREFIX + "type", row.getString("type"))
            .withApplicationProperty(RawEvent.PREFIX + "subject", row.getString("subject"))
            .withApplicationProperty(
                RawEvent.PREFIX + "time",
                row.getOffsetDateTime("occurred_at").toInstant().toString())
            .withApplicationProperty(RawEvent.PREFIX + "tenantid", row.getString("tenant"))
            .withApplicationProperty(RawEvent.PREFIX + "traceparent", row.getString("traceparent"));
    String problem = row.getString("problem");
    return (problem == null ? builder : builder.withApplicationProperty("problem", problem))
        .build();
  }
}

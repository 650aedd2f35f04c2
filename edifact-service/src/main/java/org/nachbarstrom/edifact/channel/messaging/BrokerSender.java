package org.nachbarstrom.edifact.channel.messaging;

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
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.nachbarstrom.edifact.dispatch.Delivery;
import org.nachbarstrom.edifact.dispatch.OutgoingHeader;
import org.nachbarstrom.edifact.dispatch.OutgoingInterchange;
import org.nachbarstrom.edifact.dispatch.OutgoingState;
import org.nachbarstrom.edifact.dispatch.OutgoingStore;
import org.nachbarstrom.edifact.partner.DeliveryChannel;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Hands interchanges to the broker and records them as delivered once it has accepted them. A crash
 * in between sends again under the same message id.
 */
@ApplicationScoped
class BrokerSender {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final TenantTransactions transactions;
  private final Sql sql;
  private final OutgoingStore store;
  private final Delivery delivery;
  private final MutinyEmitter<byte[]> emitter;

  BrokerSender(
      TenantTransactions transactions,
      Sql sql,
      OutgoingStore store,
      Delivery delivery,
      @Channel("interchanges-out") MutinyEmitter<byte[]> emitter) {
    this.transactions = transactions;
    this.sql = sql;
    this.store = store;
    this.delivery = delivery;
    this.emitter = emitter;
  }

  void start(@Observes StartupEvent event, WorkLoops loops) {
    loops.start("interchanges-out", PAUSE, this::step);
  }

  private Uni<Boolean> step() {
    return transactions.inSystemTransaction(() ->
        sql.query(
                """
                select number, tenant, interchange from outgoing_queue
                order by number limit 1 for update skip locked\
                """)
            .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(false) : send(rows.getFirst())));
  }

  private Uni<Boolean> send(Row entry) {
    Tenant tenant = new Tenant(entry.getString("tenant"));
    UUID id = entry.getUUID("interchange");
    return transactions
        .inTransaction(
            tenant,
            () ->
                store
                    .find(id)
                    .chain(found ->
                        found.filter(BrokerSender::due).isPresent()
                            ? send(tenant, found.get())
                            : Uni.createFrom().voidItem()))
        .chain(() ->
            sql.execute("delete from outgoing_queue where number = $1", entry.getLong("number")))
        .replaceWith(true);
  }

  private static boolean due(OutgoingInterchange interchange) {
    return interchange.state() == OutgoingState.PENDING
        && interchange.channel() == DeliveryChannel.AMQP;
  }

  private Uni<Void> send(Tenant tenant, OutgoingInterchange interchange) {
    return store
        .bytes(interchange.id())
        .chain(bytes ->
            emitter.sendMessage(
                Message.of(bytes.orElseThrow(), Metadata.of(metadata(tenant, interchange)))))
        .chain(() -> delivery.delivered(tenant, interchange.id()))
        .replaceWithVoid();
  }

  private static OutgoingAmqpMetadata metadata(Tenant tenant, OutgoingInterchange interchange) {
    OutgoingHeader header = interchange.header();
    var builder =
        OutgoingAmqpMetadata.builder()
            .withDurable(true)
            .withMessageId(interchange.id().toString())
            .withSubject(header.fileName())
            .withContentType(RawInterchanges.CONTENT_TYPE)
            .withApplicationProperty(RawInterchanges.TENANT, tenant.id());
    List.of(
            List.of("sender", header.sender()),
            List.of("recipient", header.recipient()),
            List.of("type", header.type()),
            List.of("applicationReference", header.applicationReference()),
            List.of("reference", header.reference()),
            List.of("sha256", interchange.sha256()))
        .forEach(pair -> builder.withApplicationProperty(pair.get(0), pair.get(1)));
    return builder.build();
  }
}

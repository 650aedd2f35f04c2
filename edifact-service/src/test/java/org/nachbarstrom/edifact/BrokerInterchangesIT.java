package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.edifact.dispatch.Dispatch;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerInterchangesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String IN = "edifact.inbound-interchanges";
  private static final String OUT = "edifact.outbound-interchanges::gateway.outbound-interchanges";

  @Inject Dispatch dispatch;
  @Inject TenantTransactions transactions;

  private final Vertx vertx = Vertx.vertx();
  private final List<AmqpMessage> sent = new CopyOnWriteArrayList<>();
  private AmqpConnection connection;

  @BeforeAll
  void connect() {
    AmqpClientOptions options =
        new AmqpClientOptions().setHost("127.0.0.1").setPort(EmbeddedServices.current().amqpPort());
    connection = join(AmqpClient.create(vertx, options).connect());
    join(connection.createReceiver(OUT)).handler(sent::add);
  }

  @AfterAll
  void disconnect() {
    join(connection.close());
    join(vertx.close());
  }

  @Test
  void takesARawInterchangeFromTheBrokerOnceHoweverOftenItComes() {
    String text = Outgoing.text("AMQP1");
    send("brokerwerk", text);
    send("brokerwerk", text);
    send("brokerwerk", "no edifact");
    send("brokerwerk", Outgoing.text("AMQP2"));
    await().atMost(PATIENCE).until(() -> references("brokerwerk").contains("AMQP2"));
    assertThat(references("brokerwerk")).containsOnlyOnce("AMQP1").containsOnlyOnce("AMQP2");
  }

  @Test
  void handsToTheBrokerWhatIsQueuedForIt() throws Throwable {
    Outgoing.register("gateway", Outgoing.PARTNER, "AMQP");
    Tenant tenant = new Tenant("gateway");
    String id =
        VertxContextSupport.subscribeAndAwait(() ->
                transactions.inTransaction(
                    tenant, () -> dispatch.enqueue(tenant, Outgoing.interchange("NS000000000001"))))
            .id()
            .toString();
    await().atMost(PATIENCE).until(() -> sent.stream().anyMatch(one -> id.equals(one.id())));
    AmqpMessage message =
        sent.stream().filter(one -> id.equals(one.id())).findFirst().orElseThrow();
    assertThat(message.contentType()).isEqualTo("application/edifact");
    assertThat(message.bodyAsBinary().toString()).isEqualTo(Outgoing.text("NS000000000001"));
    assertThat(message.subject())
        .isEqualTo("MSCONS_TL_9900000000011_9900000000029_20260330_NS000000000001.txt");
    JsonObject properties = message.applicationProperties();
    assertThat(properties.getString("cloudEvents:tenantid")).isEqualTo("gateway");
    assertThat(properties.getString("recipient")).isEqualTo(Outgoing.PARTNER);
    assertThat(properties.getString("reference")).isEqualTo("NS000000000001");
    await()
        .atMost(PATIENCE)
        .until(() -> !Outgoing.list("gateway", "state=DELIVERED").getList("items").isEmpty());

    Outgoing.as("gateway", "operator").post("/v1/outgoing-interchanges/" + id + "/resend");
    await()
        .atMost(PATIENCE)
        .until(() -> sent.stream().filter(one -> id.equals(one.id())).count() == 2);
  }

  private static List<String> references(String tenant) {
    return Outgoing.as(tenant, "viewer")
        .get("/v1/interchanges")
        .jsonPath()
        .getList("items.reference");
  }

  private void send(String tenant, String text) {
    AmqpMessage message =
        AmqpMessage.create()
            .applicationProperties(new JsonObject().put("cloudEvents:tenantid", tenant))
            .contentType("application/edifact")
            .withBufferAsBody(Buffer.buffer(text, "ISO-8859-1"))
            .durable(true)
            .build();
    join(
        connection
            .createSender(IN)
            .compose(sender -> sender.sendWithAck(message).compose(done -> sender.close())));
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

package org.nachbarstrom.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "sample"))
class EventBatchesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ADDRESS = "edifact.readings-received.v1";

  @Inject SampleBatches batches;

  private final Vertx vertx = Vertx.vertx();
  private final AmqpConnection connection =
      now(
          AmqpClient.create(
                  vertx,
                  new AmqpClientOptions()
                      .setHost("127.0.0.1")
                      .setPort(EmbeddedServices.current().amqpPort()))
              .connect());

  @AfterEach
  void disconnect() {
    now(connection.close());
    now(vertx.close());
  }

  /**
   * Each note twice, under the same id, in any order. A note that was stored twice would break the
   * primary key and come again for ever; one that was lost would never be there.
   */
  @Test
  void handlesWhatArrivesTogetherOnceForEachTenant() {
    List<AmqpMessage> messages = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      AmqpMessage message =
          message(
              tenant(i), UUID.randomUUID().toString(), "{\"id\":\"b" + i + "\",\"words\":[\"x\"]}");
      messages.add(message);
      messages.add(message);
    }
    Collections.shuffle(messages, new Random(5));
    send(messages);
    for (int i = 0; i < 120; i++) {
      awaitNote(tenant(i), "b" + i);
    }
    assertThat(batches.largest()).isGreaterThan(1);
    given()
        .auth()
        .oauth2(EmbeddedServices.current().token("nachbarwerk", "viewer"))
        .get("/v1/notes/b0")
        .then()
        .statusCode(404);
  }

  private static String tenant(int i) {
    return i % 3 == 0 ? "stadtwerk" : "nachbarwerk";
  }

  @Test
  void setsOnlyBadMessagesOfABatchAside() {
    List<JsonObject> dead = new CopyOnWriteArrayList<>();
    now(connection.createReceiver("DLQ"))
        .handler(message -> dead.add(message.applicationProperties()));
    String poison = UUID.randomUUID().toString();
    List<AmqpMessage> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(
          message(
              "stadtwerk",
              UUID.randomUUID().toString(),
              "{\"id\":\"c" + i + "\",\"words\":[\"x\"]}"));
    }
    messages.add(20, message("stadtwerk", poison, "{\"id\":\"p\",\"words\":[\"poison\"]}"));
    messages.add(25, message("stadtwerk", "not-a-uuid", "{\"id\":\"q\",\"words\":[\"x\"]}"));
    messages.add(27, AmqpMessage.create().withBody("neither attributes nor binary").build());
    messages.add(28, AmqpMessage.create().withBufferAsBody(Buffer.buffer("{}")).build());
    messages.add(30, message("stadtwerk", UUID.randomUUID().toString(), "no json"));
    messages.add(
        35,
        message("stadtwerk", UUID.randomUUID().toString(), "{\"id\":\"d\",\"words\":[\"crash\"]}"));
    send(messages);
    for (int i = 0; i < 40; i++) {
      awaitNote("stadtwerk", "c" + i);
    }
    // It failed twice before.
    awaitNote("stadtwerk", "d");
    await().atMost(PATIENCE).until(() -> dead.size() >= 3);
    assertThat(dead)
        .extracting(properties -> properties.getString("problem"))
        .contains("PLATFORM-0007 Poison is refused. id=" + poison);
  }

  private static AmqpMessage message(String tenant, String id, String body) {
    return AmqpMessage.create()
        .applicationProperties(
            new JsonObject()
                .put("cloudEvents:id", id)
                .put("cloudEvents:type", "org.nachbarstrom." + ADDRESS)
                .put("cloudEvents:subject", "s")
                .put("cloudEvents:tenantid", tenant))
        .contentType("application/json; charset=utf-8")
        .withBufferAsBody(Buffer.buffer(body))
        .durable(true)
        .build();
  }

  private void send(List<AmqpMessage> messages) {
    AmqpSender sender = now(connection.createSender(ADDRESS));
    now(Future.all(messages.stream().map(sender::sendWithAck).toList()));
    now(sender.close());
  }

  private static void awaitNote(String tenant, String id) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            given()
                    .auth()
                    .oauth2(EmbeddedServices.current().token(tenant, "viewer"))
                    .get("/v1/notes/" + id)
                    .statusCode()
                == 200);
  }

  private static <T> T now(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}

package org.nachbarstrom.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "sample"))
class SupportIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void carriesAnEventRoundWithTheTraceOfTheRequest() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    as("stadtwerk", "operator")
        .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .body(Map.of("id", "n1", "words", List.of("a", "b")))
        .post("/v1/notes")
        .then()
        .statusCode(200)
        .body(equalTo(trace));
    awaitNote("stadtwerk", "n1");
    as("stadtwerk", "viewer")
        .get("/v1/notes/n1")
        .then()
        .body("words", equalTo(List.of("a", "b")))
        .body("trace", equalTo(trace));
  }

  @Test
  void hidesRowsOfOtherTenants() {
    as("stadtwerk", "operator")
        .body(Map.of("id", "n2", "words", List.of("a")))
        .post("/v1/notes")
        .then()
        .statusCode(200);
    awaitNote("stadtwerk", "n2");
    as("nachbarwerk", "operator")
        .get("/v1/notes/n2")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("PLATFORM-0003"));
  }

  @Test
  void handlesARepeatedEventOnce() throws Exception {
    JsonObject properties = event(UUID.randomUUID().toString());
    String body = "{\"id\":\"n3\",\"words\":[\"once\"],\"addedLater\":1}";
    send(List.of(message(properties, body), message(properties, body)));
    awaitNote("stadtwerk", "n3");
    // A second handling would break the primary key and end in redelivery; the next event proves
    // that the queue moved on.
    send(List.of(message(event(UUID.randomUUID().toString()), body.replace("n3", "n4"))));
    awaitNote("stadtwerk", "n4");
  }

  @Test
  void setsPoisonAsideAndGoesOn() throws Exception {
    List<AmqpMessage> dead = new CopyOnWriteArrayList<>();
    AmqpConnection connection = connect();
    connection
        .createReceiver("DLQ")
        .toCompletionStage()
        .toCompletableFuture()
        .get()
        .handler(dead::add);
    String id = UUID.randomUUID().toString();
    send(
        List.of(
            message(event("not-a-uuid"), "{\"id\":\"n5\",\"words\":[\"x\"]}"),
            message(event(id), "{\"id\":\"n5\",\"words\":[\"poison\"]}"),
            message(event(UUID.randomUUID().toString()), "no json"),
            message(event(UUID.randomUUID().toString()), "{\"id\":\"n6\",\"words\":[\"x\"]}")));
    awaitNote("stadtwerk", "n6");
    await().atMost(PATIENCE).until(() -> dead.size() >= 3);
    assertThat(dead)
        .extracting(message -> message.applicationProperties().getString("problem"))
        .anyMatch(problem -> problem.equals("PLATFORM-0007 Poison is refused. id=" + id));
    connection.close();
  }

  @Test
  void keepsNeitherStateNorEventOfAFailedTransaction() {
    as("stadtwerk", "operator")
        .body(Map.of("id", "n7", "words", List.of("a")))
        .put("/v1/notes")
        .then()
        .statusCode(500)
        .body("code", equalTo("PLATFORM-0001"))
        .body("traceId", notNullValue());
    as("stadtwerk", "operator")
        .body(Map.of("id", "n8", "words", List.of("a")))
        .post("/v1/notes")
        .then()
        .statusCode(200);
    awaitNote("stadtwerk", "n8");
    as("stadtwerk", "operator").get("/v1/notes/n7").then().statusCode(404);
  }

  @Test
  void answersBadRequestsWithPointers() {
    as("stadtwerk", "operator")
        .body("{\"id\":\"\",\"words\":[]}")
        .post("/v1/notes")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.pointer", equalTo(List.of("/id", "/words")));
    as("stadtwerk", "operator")
        .body("{\"id\":\"a\",\"words\":[\"b\"],\"colour\":1}")
        .post("/v1/notes")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/colour"));
    as("stadtwerk", "operator").body("{").post("/v1/notes").then().statusCode(400);
    as("stadtwerk", "operator")
        .get("/v1/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("PLATFORM-0003"));
  }

  @Test
  void deniesByTokenAndRole() {
    given()
        .get("/v1/notes/n1")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("PLATFORM-0004"));
    as("stadtwerk", "viewer")
        .body(Map.of("id", "n9", "words", List.of("a")))
        .post("/v1/notes")
        .then()
        .statusCode(403)
        .body("code", equalTo("PLATFORM-0005"));
  }

  private static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/json");
  }

  private static void awaitNote(String tenant, String id) {
    await()
        .atMost(PATIENCE)
        .until(() -> as(tenant, "viewer").get("/v1/notes/" + id).statusCode() == 200);
  }

  private static JsonObject event(String id) {
    return new JsonObject()
        .put("cloudEvents:id", id)
        .put("cloudEvents:type", "org.nachbarstrom.metering.member-energy.v1")
        .put("cloudEvents:subject", "s")
        .put("cloudEvents:tenantid", "stadtwerk");
  }

  private static AmqpMessage message(JsonObject properties, String body) {
    return AmqpMessage.create()
        .applicationProperties(properties)
        .contentType("application/json; charset=utf-8")
        .withBufferAsBody(Buffer.buffer(body))
        .durable(true)
        .build();
  }

  private static AmqpConnection connect() throws Exception {
    AmqpClientOptions options =
        new AmqpClientOptions().setHost("127.0.0.1").setPort(EmbeddedServices.current().amqpPort());
    return AmqpClient.create(Vertx.vertx(), options)
        .connect()
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private static void send(List<AmqpMessage> messages) throws Exception {
    AmqpConnection connection = connect();
    var sender =
        connection
            .createSender("metering.member-energy.v1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    for (AmqpMessage message : messages) {
      sender.sendWithAck(message).toCompletionStage().toCompletableFuture().get();
    }
    connection.close();
  }
}

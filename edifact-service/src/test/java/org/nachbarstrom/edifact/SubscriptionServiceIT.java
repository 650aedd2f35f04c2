package org.nachbarstrom.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "edifact"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriptionServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MEMBER = "metering.member-energy.v1";
  private static final String CLOSED = "metering.period-closed.v1";
  private static final String SUBSTITUTES = "metering.substitutes-made.v1";

  private BrokerProbe probe;

  @BeforeAll
  void connect() {
    probe = new BrokerProbe(EmbeddedServices.current().amqpPort());
  }

  @AfterAll
  void disconnect() {
    probe.close();
  }

  /** Days without a member do not count: the producer joined on the second day. */
  @Test
  void reportsEachQuantityOfAClosingToWhoeverSubscribedIt() {
    String tenant = "melder";
    Closings closings = partners(tenant);
    for (String quantity : List.of("SHARED", "RESIDUAL", "CONSUMPTION", "SURPLUS")) {
      community(tenant, quantity);
    }
    sendVersion(tenant, closings, 1, 400_600, 834_800, 100_400);
    assertThat(contents(tenant, "SHARED", 2))
        .containsExactlyInAnyOrder(
            "50000000013 1-1:1.9.0 2026-03-27T23:00:00Z/2026-03-29T22:00:00Z=400",
            "50000000063 1-1:2.9.0 2026-03-28T23:00:00Z/2026-03-29T22:00:00Z=401");
    assertThat(contents(tenant, "RESIDUAL", 1))
        .containsExactly("50000000013 1-1:1.9.0 2026-03-27T23:00:00Z/2026-03-29T22:00:00Z=835");
    assertThat(contents(tenant, "CONSUMPTION", 1))
        .containsExactly("50000000013 1-1:1.9.0 2026-03-27T23:00:00Z/2026-03-29T22:00:00Z=1235");
    assertThat(contents(tenant, "SURPLUS", 1))
        .containsExactly("50000000063 1-1:2.9.0 2026-03-28T23:00:00Z/2026-03-29T22:00:00Z=100");

    JsonPath outgoing = Outgoing.list(tenant, "partner=" + partnerFor("RESIDUAL"));
    assertThat(outgoing.getList("items.state")).containsExactly("PENDING");
    assertThat(outgoing.getList("items.cause.id")).containsExactly(closings.id() + "/1");
    String text = raw(tenant, outgoing.getString("items[0].id"));
    assertThat(text).contains("+EM'").contains("RFF+Z13:13019'").contains("QTY+220:0.835'");
    assertThat(text)
        .contains("DTM+163:202603272300?+00:303'")
        .contains("DTM+164:202603292200?+00:303'");
    String surplus = "partner=" + partnerFor("SURPLUS");
    assertThat(raw(tenant, Outgoing.list(tenant, surplus).getString("items[0].id")))
        .contains("DTM+163:202603282300?+00:303'");
  }

  /** The part of a point that takes part in each of two communities, one partner for both. */
  @Test
  void reportsAPointInTwoCommunitiesOnlyUnderDifferentRegisters() {
    String tenant = "doppelt";
    Closings first = partners(tenant);
    Closings second = new Closings("mondweg");
    points(tenant, "both", "");
    sendVersion(tenant, first, 1, 4_000, 6_000, 1_000);
    assertThat(contents(tenant, "both", 1)).singleElement().asString().endsWith("=4");
    sendVersion(tenant, second, 1, 2_000, 0, 0);
    await().atMost(PATIENCE).until(() -> reports(tenant, "both").getList("items").size() == 2);
    JsonPath refused = reports(tenant, "both");
    assertThat(refused.getString("items[0].cause")).isEqualTo(second.id().toString());
    assertThat(refused.getString("items[0].interchange")).isNull();
    assertThat(refused.getString("items[0].findings[0]")).contains(first.id().toString());
    assertThat(Outgoing.list(tenant, "limit=10").getList("items")).hasSize(1);

    points(tenant, "both", "\"register\": \"1-1:1.9.1\",");
    sendVersion(tenant, second, 2, 2_000, 0, 0);
    await().atMost(PATIENCE).until(() -> reports(tenant, "both").getList("items").size() == 3);
    assertThat(reports(tenant, "both").getString("items[0].content"))
        .startsWith("50000000013 1-1:1.9.1 ");
    assertThat(Outgoing.list(tenant, "limit=10").getList("items")).hasSize(2);
  }

  @Test
  void keepsBackTheResidualOfAPointThatTakesPartWithAPartOnly() {
    String tenant = "anteil";
    Closings closings = partners(tenant);
    community(tenant, "RESIDUAL");
    String consumer =
        closings
            .consumer(1, 4_000, 6_000)
            .replace("\"residualMilli", "\"participationPercent\":60,\"residualMilli");
    EventSchemas.assertValid(MEMBER, consumer);
    probe.send(MEMBER, tenant, UUID.randomUUID(), consumer);
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.producer(1, 4_000, 1_000));
    probe.send(CLOSED, tenant, UUID.randomUUID(), closings.closed(1, 2, 4_000, 6_000, 1_000));
    await().atMost(PATIENCE).until(() -> !reports(tenant, "RESIDUAL").getList("items").isEmpty());
    assertThat(reports(tenant, "RESIDUAL").getString("items[0].findings[0]")).contains("part");
    assertThat(Outgoing.list(tenant, "limit=10").getList("items")).isEmpty();
  }

  private static void points(String tenant, String id, String register) {
    put(
            tenant,
            id,
            """
            {"partner": "9900000000029", "sender": "9900000000011", "quantity": "SHARED", %s
             "accountingPoints": ["50000000013"], "from": "2026-01-01"}
            """
                .formatted(register))
        .statusCode(200);
  }

  @Test
  void reportsOnceHoweverOftenAndInWhateverOrderEventsCome() {
    String tenant = "unordnung";
    Closings closings = partners(tenant);
    community(tenant, "SHARED");
    UUID announced = UUID.randomUUID();
    probe.send(CLOSED, tenant, announced, closings.closed(1, 2, 4_000, 6_000, 1_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.producer(1, 4_000, 1_000));
    probe.send(CLOSED, tenant, announced, closings.closed(1, 2, 4_000, 6_000, 1_000));
    probe.send(CLOSED, tenant, UUID.randomUUID(), closings.closed(1, 2, 4_000, 6_000, 1_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.producer(1, 4_000, 1_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.consumer(1, 4_000, 6_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.consumer(1, 4_000, 6_000));
    contents(tenant, "SHARED", 2);
    // The next closing passes the same queue, so all of the above has been handled behind it.
    Closings next = new Closings("mondweg");
    community(tenant, "mondweg", "RESIDUAL");
    sendVersion(tenant, next, 1, 1_000, 0, 0);
    assertThat(contents(tenant, "RESIDUAL", 1)).hasSize(1);
    assertThat(contents(tenant, "SHARED", 2)).hasSize(2);
    assertThat(Outgoing.list(tenant, "limit=10").getList("items")).hasSize(2);
  }

  @Test
  void cancelsAndReplacesWhatALaterVersionChangesAndLeavesTheRest() {
    String tenant = "korrektur";
    Closings closings = partners(tenant);
    community(tenant, "SHARED");
    community(tenant, "RESIDUAL");
    sendVersion(tenant, closings, 1, 4_000, 6_000, 1_000);
    contents(tenant, "SHARED", 2);
    contents(tenant, "RESIDUAL", 1);
    String first = reports(tenant, "RESIDUAL").getString("items[0].documentNumber");
    sendVersion(tenant, closings, 2, 4_000, 7_000, 1_000);
    assertThat(contents(tenant, "RESIDUAL", 2)).first().asString().endsWith("=7");
    assertThat(reports(tenant, "RESIDUAL").getString("items[0].cancels")).isEqualTo(first);
    assertThat(reports(tenant, "SHARED").getList("items")).hasSize(2);
    String text = raw(tenant, Outgoing.list(tenant, "limit=1").getString("items[0].id"));
    assertThat(text).contains("RFF+ACW:" + first + "'");
    assertThat(text.indexOf("RFF+Z13:13006'")).isBetween(1, text.indexOf("RFF+Z13:13019'"));

    sendVersion(tenant, closings, 3, 4_000, 7_000, 1_000);
    sendVersion(tenant, closings, 4, 4_000, 8_000, 1_000);
    contents(tenant, "RESIDUAL", 3);
    assertThat(reports(tenant, "RESIDUAL").getList("items.version")).containsExactly(4, 2, 1);
  }

  @Test
  void reportsNothingOfAnOlderVersionBehindANewerOne() {
    String tenant = "ueberholt";
    Closings closings = partners(tenant);
    community(tenant, "RESIDUAL");
    sendVersion(tenant, closings, 2, 4_000, 7_000, 1_000);
    contents(tenant, "RESIDUAL", 1);
    // One member more than announced must not make the reported version an unreported one.
    String extra = closings.consumer(2, 0, 1_000).replace(Closings.CONSUMER, "50000000021");
    probe.send(MEMBER, tenant, UUID.randomUUID(), extra);
    sendVersion(tenant, closings, 1, 4_000, 6_000, 1_000);
    sendVersion(tenant, closings, 3, 4_000, 9_000, 1_000);
    contents(tenant, "RESIDUAL", 2);
    assertThat(reports(tenant, "RESIDUAL").getList("items.version")).containsExactly(3, 2);
  }

  @Test
  void reportsNeitherProvisionalVersionsNorThoseThatDoNotAddUp() {
    String tenant = "vorlaeufig";
    Closings closings = partners(tenant);
    community(tenant, "RESIDUAL");
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.consumer(1, 4_000, 6_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.producer(1, 4_000, 1_000));
    probe.send(CLOSED, tenant, UUID.randomUUID(), closings.provisional(1, 2, 4_000, 6_000, 1_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.consumer(2, 4_000, 6_000));
    probe.send(MEMBER, tenant, UUID.randomUUID(), closings.producer(2, 4_000, 1_000));
    probe.send(CLOSED, tenant, UUID.randomUUID(), closings.closed(2, 2, 4_000, 6_001, 1_000));
    sendVersion(tenant, closings, 3, 4_000, 6_000, 1_000);
    contents(tenant, "RESIDUAL", 1);
    assertThat(reports(tenant, "RESIDUAL").getList("items.version")).containsExactly(3);
  }

  /** A quantity of a metering point is a correction, which must name its order: nobody gave one. */
  @Test
  void keepsBackWhatOurOwnRulesRefuseAndSendsTheRest() {
    String tenant = "parkplatz";
    partners(tenant);
    Closings closings = new Closings("sonnenweg", "DE00056266802AO6G56M11SN51G21M24S");
    community(tenant, "RESIDUAL");
    community(tenant, "SURPLUS");
    sendVersion(tenant, closings, 1, 4_000, 6_000, 1_000);
    assertThat(contents(tenant, "SURPLUS", 1)).hasSize(1);
    JsonPath kept = reports(tenant, "RESIDUAL");
    assertThat(kept.getList("items")).hasSize(1);
    assertThat(kept.getString("items[0].findings[0]")).contains("RFF");
    assertThat(kept.getString("items[0].interchange")).isNull();
    JsonPath outgoing = Outgoing.list(tenant, "limit=5");
    assertThat(outgoing.getList("items.state")).containsExactly("PENDING");
    assertThat(outgoing.getList("items.messageCount")).containsExactly(1);
  }

  @Test
  void reportsSubstitutesWithMethodAndReason() {
    String tenant = "ersatz";
    partners(tenant);
    put(
            tenant,
            "substitutes",
            """
            {"partner": "9900000000029", "sender": "9900000000011", "quantity": "SUBSTITUTES",
             "accountingPoints": ["50000000013"], "object": "51238696781", "from": "2026-01-01"}
            """)
        .statusCode(200);
    UUID event = UUID.randomUUID();
    String body = EventSchemas.example(SUBSTITUTES, "interpolated");
    probe.send(SUBSTITUTES, tenant, event, body);
    probe.send(SUBSTITUTES, tenant, event, body);
    assertThat(contents(tenant, "substitutes", 1))
        .containsExactly("51238696781 1-1:1.29.0 2026-03-28T11:15:00Z/2026-03-28T12:00:00Z");
    JsonPath outgoing = Outgoing.list(tenant, "object=51238696781");
    assertThat(outgoing.getList("items.state")).containsExactly("PENDING");
    String text = raw(tenant, outgoing.getString("items[0].id"));
    assertThat(text)
        .contains("+TL'")
        .contains("RFF+Z13:13025'")
        .contains("QTY+67:0.040'")
        .contains("QTY+67:0.050'")
        .contains("QTY+67:0.060'")
        .contains("STS+Z32++Z92'")
        .contains("STS+Z40++Z75'");
  }

  @Test
  void refusesSubscriptionsThatCannotBeFulfilled() {
    String tenant = "absage";
    String valid =
        """
        {"partner": "9900000000029", "sender": "9900000000011", "quantity": "SHARED",
         "community": "sonnenweg", "from": "2026-01-01"}
        """;
    put(tenant, "a", valid)
        .statusCode(422)
        .body("code", equalTo("EDIFACT-0402"))
        .body("errors.pointer", equalTo(List.of("/sender", "/partner")));
    partners(tenant);
    put(tenant, "a", valid).statusCode(200).body("community", equalTo("sonnenweg"));
    put(tenant, "a", valid.replace("SHARED", "RESIDUAL"))
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/quantity")));
    for (String broken :
        List.of(
            valid.replace("\"community\": \"sonnenweg\", ", ""),
            valid.replace("\"sonnenweg\"", "\"x\", \"accountingPoints\": [\"50000000013\"]"),
            valid.replace("\"from\"", "\"object\": \"50000000013\", \"from\""),
            valid.replace("SHARED", "SUBSTITUTES"),
            valid.replace("9900000000029", "9900000000027"),
            valid.replace("\"from\"", "\"register\": \"1-1:3.9.0\", \"from\""),
            valid.replace("\"from\"", "\"register\": \"1-1:1.29.0\", \"from\""))) {
      put(tenant, "b", broken).statusCode(422).body("code", equalTo("EDIFACT-0402"));
    }
    Outgoing.as(tenant, "viewer").get("/v1/subscriptions").then().body("items", hasSize(1));
    Outgoing.as("absage-b", "viewer").get("/v1/subscriptions").then().body("items", hasSize(0));
    Outgoing.as(tenant, "viewer").delete("/v1/subscriptions/a").then().statusCode(403);
    Outgoing.as(tenant, "operator").delete("/v1/subscriptions/a").then().statusCode(204);
    Outgoing.as(tenant, "operator").delete("/v1/subscriptions/a").then().statusCode(404);
    Outgoing.as(tenant, "viewer")
        .get("/v1/subscriptions/a")
        .then()
        .statusCode(404)
        .body("code", equalTo("EDIFACT-0401"));
  }

  private void sendVersion(
      String tenant, Closings closings, int version, long allocated, long... rest) {
    long residual = rest[0];
    long surplus = rest[1];
    String consumer = closings.consumer(version, allocated, residual);
    String producer = closings.producer(version, allocated, surplus);
    String closed = closings.closed(version, 2, allocated, residual, surplus);
    EventSchemas.assertValid(MEMBER, consumer);
    EventSchemas.assertValid(MEMBER, producer);
    EventSchemas.assertValid(CLOSED, closed);
    probe.send(MEMBER, tenant, UUID.randomUUID(), consumer);
    probe.send(MEMBER, tenant, UUID.randomUUID(), producer);
    probe.send(CLOSED, tenant, UUID.randomUUID(), closed);
  }

  /** Our own code is a metering operator; the partner is a supplier. */
  private static Closings partners(String tenant) {
    partner(tenant, Outgoing.OWN, "\"own\": true", "METERING_OPERATOR");
    for (String code : List.of(Outgoing.PARTNER, "9900000000037", "9900000000045")) {
      partner(tenant, code, "\"own\": false", "SUPPLIER");
    }
    return new Closings("sonnenweg");
  }

  private static void partner(String tenant, String code, String own, String role) {
    String body =
        "{\"name\": \"X\", %s, \"roles\": [{\"role\": \"%s\", \"from\": \"2020-01-01\"}]}"
            .formatted(own, role);
    Outgoing.as(tenant, "operator")
        .contentType("application/json")
        .body(body)
        .put("/v1/partners/" + code)
        .then()
        .statusCode(200);
  }

  private static void community(String tenant, String quantity) {
    community(tenant, "sonnenweg", quantity);
  }

  private static void community(String tenant, String community, String quantity) {
    String body =
        """
        {"partner": "%s", "sender": "9900000000011", "quantity": "%s",
         "community": "%s", "from": "2026-01-01"}
        """
            .formatted(partnerFor(quantity), quantity, community);
    put(tenant, quantity, body).statusCode(200);
  }

  /** All quantities of a point have one register, so they go to different partners. */
  private static String partnerFor(String quantity) {
    return switch (quantity) {
      case "SHARED" -> Outgoing.PARTNER;
      case "RESIDUAL", "SURPLUS" -> "9900000000037";
      default -> "9900000000045";
    };
  }

  private static ValidatableResponse put(String tenant, String id, String body) {
    return Outgoing.as(tenant, "operator")
        .contentType("application/json")
        .body(body)
        .put("/v1/subscriptions/" + id)
        .then();
  }

  private static List<String> contents(String tenant, String id, int count) {
    await().atMost(PATIENCE).until(() -> reports(tenant, id).getList("items").size() >= count);
    JsonPath reports = reports(tenant, id);
    assertThat(reports.getList("items.findings")).allMatch(List.of()::equals);
    return reports.getList("items.content");
  }

  private static JsonPath reports(String tenant, String id) {
    return Outgoing.as(tenant, "viewer").get("/v1/subscriptions/" + id + "/reports").jsonPath();
  }

  private static String raw(String tenant, String id) {
    return Outgoing.as(tenant, "viewer").get("/v1/outgoing-interchanges/" + id + "/raw").asString();
  }
}

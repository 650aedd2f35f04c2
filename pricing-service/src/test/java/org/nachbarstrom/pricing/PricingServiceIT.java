package org.nachbarstrom.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;
import org.nachbarstrom.testing.OpenApiAgreement;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "pricing"))
class PricingServiceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CLOSING = "7b0c5e0e-4f0e-4c8e-9f39-0d4f3f1f6a01";
  private static final String ENERGY = "metering.member-energy.v1";
  private static final String COST = "pricing.member-cost.v1";
  private static BrokerProbe broker;
  private static List<BrokerProbe.Received> costs;

  private static final String FLAT_TARIFF =
      """
      {"name": "Flat", "components": [
        {"kind": "RESIDUAL_ENERGY", "price": "28.0", "vatPercent": "19", "from": "2026-01-01"},
        {"kind": "BASE_FEE", "price": "0.35", "vatPercent": 19, "from": "2026-01-01"}]}\
      """;
  private static final String PV_TARIFF =
      """
      {"name": "PV", "components": [
        {"kind": "SHARED_ENERGY", "price": "11", "from": "2026-01-01"},
        {"kind": "SURPLUS_ENERGY", "price": "7.9", "from": "2026-01-01"}]}\
      """;

  @BeforeAll
  static void connect() {
    broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
    costs = broker.collect(COST);
  }

  @AfterAll
  static void disconnect() {
    broker.close();
  }

  @Test
  void waitsForPricesAndGoesOnByItself() {
    String tenant = "waiting";
    UUID id = UUID.randomUUID();
    broker.send(ENERGY, tenant, id, EventSchemas.example(ENERGY, "consumer"));
    broker.send(ENERGY, tenant, UUID.randomUUID(), EventSchemas.example(ENERGY, "producer"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> ratings(tenant).body("waiting", equalTo(2)).body("rated", equalTo(0)));
    ratings(tenant)
        .body("items[0].accountingPoint", equalTo("50000000013"))
        .body("items[0].waitingFor.code", hasItem("NO_CONTRACT"))
        .body("items[0].waitingFor.accountingPoint", hasItem("50000000063"))
        .body("items[0].waitingFor.day", hasItem("2026-03-28"));

    declare(tenant);
    await().atMost(PATIENCE).untilAsserted(() -> ratings(tenant).body("rated", equalTo(2)));
    assertExample(tenant, "50000000013", "consumer");
    assertExample(tenant, "50000000063", "producer");

    broker.send(ENERGY, tenant, id, EventSchemas.example(ENERGY, "consumer"));
    broker.send(
        ENERGY,
        tenant,
        UUID.randomUUID(),
        EventSchemas.example(ENERGY, "producer").replace("\"version\": 1", "\"version\": 2"));
    // The later event comes last: when its cost is there, a second one of the repeated would be
    // too.
    await().atMost(PATIENCE).until(() -> of(tenant).size() >= 3);
    ratings(tenant).body("version", equalTo(2));
    assertThat(of(tenant)).as("a repeated event costs nothing again").hasSize(3);
  }

  @Test
  void chargesTheBaseFeeOfAPointInTwoCommunitiesOnceADay() {
    String tenant = "both";
    // It waits for prices first, so that the marker is read back from the row, too.
    broker.send(ENERGY, tenant, UUID.randomUUID(), EventSchemas.example(ENERGY, "consumer"));
    broker.send(
        ENERGY, tenant, UUID.randomUUID(), EventSchemas.example(ENERGY, "second-community"));
    String second = "7b0c5e0e-4f0e-4c8e-9f39-0d4f3f1f6a02";
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            as(tenant).get("/v1/ratings?closing=" + second).then().body("waiting", equalTo(1)));
    declare(tenant);
    await().atMost(PATIENCE).until(() -> of(tenant).size() == 2);
    // 0.35 EUR for each of two days in the first, for the day after leaving the first in the second
    // 1 kWh x 11 ct; 3 + 3.6 = 6.6 kWh x 28 ct; 1 day x 0.35 EUR; 19 % of 1.848 + 0.35
    as(tenant)
        .get("/v1/ratings/" + CLOSING + "/50000000013")
        .then()
        .body("lines.find { it.component == 'BASE_FEE' }.amountMicroEuro", equalTo(700_000));
    as(tenant)
        .get("/v1/ratings/" + second + "/50000000013")
        .then()
        .body("lines.amountMicroEuro", equalTo(List.of(110_000, 1_848_000, 350_000, 417_620)))
        .body("lines[2].from", equalTo("2026-03-29"));
  }

  @Test
  void givesUpTheOlderVersionOfAClosing() {
    String tenant = "older";
    String second =
        EventSchemas.example(ENERGY, "producer").replace("\"version\": 1", "\"version\": 2");
    broker.send(ENERGY, tenant, UUID.randomUUID(), second);
    await().atMost(PATIENCE).untilAsserted(() -> ratings(tenant).body("waiting", equalTo(1)));
    broker.send(ENERGY, tenant, UUID.randomUUID(), EventSchemas.example(ENERGY, "producer"));
    declare(tenant);
    await().atMost(PATIENCE).until(() -> of(tenant).size() == 1);
    assertThat(of(tenant).getFirst().json().getJsonObject("closing").getInteger("version"))
        .isEqualTo(2);
  }

  @Test
  void hidesRowsOfOtherTenants() {
    put("owner", "/v1/tariffs/flat", FLAT_TARIFF, 200);
    as("owner").get("/v1/tariffs/flat").then().statusCode(200).body("name", equalTo("Flat"));
    as("stranger")
        .get("/v1/tariffs/flat")
        .then()
        .statusCode(404)
        .body("code", equalTo("PRICING-0001"));
    as("stranger").get("/v1/tariffs").then().body("items", empty());
  }

  @Test
  void refusesWhatContradictsItself() {
    put(
        "refused",
        "/v1/tariffs/twice",
        """
        {"name": "Twice", "components": [
          {"kind": "BASE_FEE", "price": "1", "from": "2026-01-01"},
          {"kind": "BASE_FEE", "price": "2", "from": "2026-02-01"}]}\
        """,
        422);
    put(
        "refused",
        "/v1/tariffs/fine",
        "{\"name\":\"F\",\"components\":[{\"kind\":\"BASE_FEE\",\"price\":\"0.123456789\","
            + "\"from\":\"2026-01-01\"}]}",
        422);
    as("refused")
        .body("{\"assignments\":[{\"tariff\":\"nowhere\",\"from\":\"2026-01-01\"}]}")
        .put("/v1/contracts/50000000013")
        .then()
        .statusCode(422)
        .body("code", equalTo("PRICING-0011"))
        .body("errors[0].pointer", equalTo("/assignments/0/tariff"));
    as("refused")
        .body("{\"assignments\":[]}")
        .put("/v1/contracts/50000000014")
        .then()
        .statusCode(400)
        .body("code", equalTo("PRICING-0004"));
  }

  @Test
  void keepsEarlierVersionsAndChangesNothingTwice() {
    put("versions", "/v1/tariffs/flat", FLAT_TARIFF, 200);
    put("versions", "/v1/tariffs/flat", FLAT_TARIFF, 200);
    put("versions", "/v1/tariffs/flat", FLAT_TARIFF.replace("28.0", "29"), 200);
    as("versions")
        .get("/v1/tariffs/flat")
        .then()
        .body("components", hasSize(2))
        .body("components[1].price", equalTo("29"));
    as("versions").get("/v1/tariffs?limit=1").then().body("items", hasSize(1));
  }

  @Test
  void setsInconsistentEnergyAside() {
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    String wrong =
        EventSchemas.example(ENERGY, "consumer")
            .replace("\"residualMilliWattHours\": 6000000", "\"residualMilliWattHours\": 6000001");
    broker.send(ENERGY, "dead", UUID.randomUUID(), wrong);
    await().atMost(PATIENCE).until(() -> !dead.isEmpty());
    assertThat(dead.getFirst().properties().getString("problem")).startsWith("PRICING-0022");
  }

  @Test
  void servesTheAgreedApi() {
    OpenApiAgreement.check(
        "pricing-service", given().get("/q/openapi").then().statusCode(200).extract().asString());
  }

  private static void declare(String tenant) {
    put(tenant, "/v1/tariffs/haushalt", FLAT_TARIFF, 200);
    put(tenant, "/v1/tariffs/pv", PV_TARIFF, 200);
    contract(tenant, "50000000013", "haushalt");
    contract(tenant, "50000000063", "pv");
  }

  private static void contract(String tenant, String point, String tariff) {
    put(
        tenant,
        "/v1/contracts/" + point,
        "{\"assignments\":[{\"tariff\":\"%s\",\"from\":\"2026-01-01\"}]}".formatted(tariff),
        200);
  }

  private static void assertExample(String tenant, String point, String example) {
    await()
        .atMost(PATIENCE)
        .until(() -> of(tenant).stream().anyMatch(e -> e.attribute("subject").equals(point)));
    BrokerProbe.Received event =
        of(tenant).stream()
            .filter(e -> e.attribute("subject").equals(point))
            .findFirst()
            .orElseThrow();
    EventSchemas.assertValid(COST, event.body());
    assertThat(event.json()).isEqualTo(new JsonObject(EventSchemas.example(COST, example)));
  }

  private static List<BrokerProbe.Received> of(String tenant) {
    return costs.stream().filter(e -> e.attribute("tenantid").equals(tenant)).toList();
  }

  private static io.restassured.response.ValidatableResponse ratings(String tenant) {
    return as(tenant).get("/v1/ratings?closing=" + CLOSING).then().statusCode(200);
  }

  private static void put(String tenant, String path, String body, int status) {
    as(tenant).body(body).put(path).then().log().ifValidationFails().statusCode(status);
  }

  private static RequestSpecification as(String tenant) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, "operator"))
        .contentType("application/json");
  }
}

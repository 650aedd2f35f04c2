package org.nachbarstrom.pricing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "pricing"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PricingRulesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ENERGY = "metering.member-energy.v1";
  private static final String COST = "pricing.member-cost.v1";
  private static final String CONSUMER = "50000000013";
  private static final String PRODUCER = "50000000063";
  private static final String RESIDUAL =
      """
      {"kind": "RESIDUAL_ENERGY", "price": "28", "vatPercent": "19", "from": "2026-01-01"}\
      """;
  private static final String SHARED_ON_THE_FIRST_DAY =
      "{\"kind\":\"SHARED_ENERGY\",\"price\":\"11\",\"from\":\"2026-01-01\",\"to\":\"2026-03-29\"}";
  private static final String SHARED_AFTERWARDS =
      "{\"kind\":\"SHARED_ENERGY\",\"price\":\"12\",\"from\":\"2026-03-29\"}";

  private BrokerProbe broker;
  private List<BrokerProbe.Received> costs;
  private List<BrokerProbe.Received> dead;

  @BeforeAll
  void connect() {
    broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
    costs = broker.collect(COST);
    dead = broker.collect("DLQ");
  }

  @AfterAll
  void disconnect() {
    broker.close();
  }

  @Test
  void namesTheProducersMissingPriceAndThenSplitsAtItsChange() {
    String tenant = "rule-wait";
    UUID closing = UUID.randomUUID();
    tariff(tenant, "haushalt", RESIDUAL);
    tariff(tenant, "pv", SHARED_ON_THE_FIRST_DAY);
    contract(tenant, CONSUMER, "haushalt");
    contract(tenant, PRODUCER, "pv");
    send(tenant, energy(closing, 1, "consumer"));
    await().atMost(PATIENCE).until(() -> ratings(tenant, closing).getInt("waiting") == 1);
    assertThat(ratings(tenant, closing).getList("items[0].waitingFor", Map.class))
        .containsExactly(
            Map.of(
                "code", "NO_PRICE",
                "component", "SHARED_ENERGY",
                "accountingPoint", PRODUCER,
                "day", "2026-03-29"));

    tariff(tenant, "pv", SHARED_ON_THE_FIRST_DAY + "," + SHARED_AFTERWARDS);
    await().atMost(PATIENCE).until(() -> ratings(tenant, closing).getInt("rated") == 1);
    // 4 kWh x 11 ct, 3 kWh x 12 ct, 12 kWh x 28 ct, 19 % of 3.36 EUR
    as(tenant, "viewer")
        .get("/v1/ratings/" + closing + "/" + CONSUMER)
        .then()
        .statusCode(200)
        .body("state", equalTo("RATED"))
        .body("waitingFor", hasSize(0))
        .body("lines.amountMicroEuro", equalTo(List.of(440_000, 360_000, 3_360_000, 638_400)))
        .body("lines[1].from", equalTo("2026-03-29"));
    await().atMost(PATIENCE).until(() -> announced(closing).size() == 1);
    EventSchemas.assertValid(COST, announced(closing).getFirst().encode());
  }

  @Test
  void announcesAMemberOnceUnderWhateverEventId() {
    String tenant = "rule-once";
    UUID closing = UUID.randomUUID();
    tariff(
        tenant, "pv", "{\"kind\":\"SURPLUS_ENERGY\",\"price\":\"-7.9\",\"from\":\"2026-01-01\"}");
    contract(tenant, PRODUCER, "pv");
    UUID id = UUID.randomUUID();
    JsonObject body = energy(closing, 1, "producer");
    broker.send(ENERGY, tenant, id, body.encode());
    broker.send(ENERGY, tenant, id, body.encode());
    send(tenant, body);
    send(tenant, energy(closing, 2, "producer"));
    await().atMost(PATIENCE).until(() -> announced(closing).size() >= 2);
    assertThat(announced(closing))
        .extracting(cost -> cost.getJsonObject("closing").getInteger("version"))
        .containsExactly(1, 2);
    // 1 kWh x -7.9 ct
    assertThat(
            announced(closing)
                .getFirst()
                .getJsonArray("lines")
                .getJsonObject(1)
                .getInteger("amountMicroEuro"))
        .isEqualTo(-79_000);
  }

  @Test
  void setsEnergyAsideThatDoesNotAddUpOrIsIncomplete() {
    String tenant = "rule-dead";
    JsonObject supplied = energy(UUID.randomUUID(), 1, "consumer");
    supplied
        .getJsonArray("suppliers")
        .getJsonObject(0)
        .getJsonArray("days")
        .getJsonObject(0)
        .put("quantityMilliWattHours", 3_000_000);
    JsonObject noDays = energy(UUID.randomUUID(), 1, "consumer");
    noDays.putNull("days");
    JsonObject noVersion = energy(UUID.randomUUID(), 0, "consumer");
    List.of(supplied, noDays, noVersion).forEach(body -> send(tenant, body));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    dead.stream()
                        .filter(letter -> letter.attribute("tenantid").equals(tenant))
                        .map(letter -> letter.properties().getString("problem").split(" ", 2)[0]))
                .containsExactlyInAnyOrder("PRICING-0022", "PLATFORM-0007", "PLATFORM-0007"));
  }

  @Test
  void refusesPricesAndContractsAtTheirPlace() {
    String tenant = "rule-form";
    tariff(tenant, "haushalt", RESIDUAL);
    putTariff(tenant, RESIDUAL + "," + RESIDUAL.replace("2026-01-01", "2026-05-01"), 422)
        .body("code", equalTo("PRICING-0002"))
        .body("errors[0].pointer", equalTo("/components/1"));
    putTariff(tenant, RESIDUAL.replace("\"19\"", "\"100.5\""), 422)
        .body("code", equalTo("PRICING-0003"))
        .body("errors[0].pointer", equalTo("/components/0"));
    putTariff(tenant, RESIDUAL.replace("\"28\"", "\"1e999999999\""), 422)
        .body("code", equalTo("PRICING-0003"));
    putContract(
            tenant, assignment("2026-01-01", "2026-02-02") + "," + assignment("2026-02-01"), 422)
        .body("code", equalTo("PRICING-0012"))
        .body("errors[0].pointer", equalTo("/assignments/1"));
    putContract(tenant, assignment("2026-01-01", "2026-01-01"), 422)
        .body("code", equalTo("PRICING-0013"));
    as(tenant, "viewer")
        .body("{\"name\":\"X\",\"components\":[]}")
        .put("/v1/tariffs/x")
        .then()
        .statusCode(403);
    given().get("/v1/tariffs/haushalt").then().statusCode(401);
    as(tenant, "viewer")
        .get("/v1/ratings/" + UUID.randomUUID() + "/" + CONSUMER)
        .then()
        .statusCode(404)
        .body("code", equalTo("PRICING-0021"));
  }

  @Test
  void keepsTenantsApartAndRatingsFinalInTheDatabaseToo() throws SQLException {
    String tenant = "rule-rows";
    UUID closing = UUID.randomUUID();
    tariff(tenant, "pv", SHARED_ON_THE_FIRST_DAY);
    tariff(tenant, "pv", SHARED_ON_THE_FIRST_DAY + "," + SHARED_AFTERWARDS);
    tariff(tenant, "pv", SHARED_AFTERWARDS + "," + SHARED_ON_THE_FIRST_DAY);
    contract(tenant, CONSUMER, "pv");
    send(tenant, energy(closing, 1, "consumer"));
    await().atMost(PATIENCE).until(() -> ratings(tenant, closing).getInt("waiting") == 1);
    assertKept(tenant);
  }

  private static void assertKept(String tenant) throws SQLException {
    Facts facts = EmbeddedServices.current();
    try (Connection database =
            DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
        Statement sql = database.createStatement()) {
      for (String table :
          List.of("tariff_version", "tariff_component", "contract_assignment", "rating")) {
        assertThat(count(sql, "select count(*) from " + table)).as(table).isZero();
      }
      sql.execute("select set_config('nachbarstrom.tenant', '" + tenant + "', false)");
      assertThat(count(sql, "select count(*) from rating")).isOne();
      assertThat(count(sql, "select count(*) from tariff_version where tariff = 'pv'"))
          .as("the same components in another order are no new version")
          .isEqualTo(2);
      assertThatThrownBy(() ->
              sql.execute(
                  """
                  insert into tariff_component
                  select tenant, version, kind, price + 1, vat_percent, valid from tariff_component\
                  """))
          .hasMessageContaining("tariff_component_one_price_a_day");
      assertThatThrownBy(() ->
              sql.execute(
                  """
                  insert into contract_assignment
                    (tenant, accounting_point, tariff, valid, recorded_at)
                  select tenant, accounting_point, 'x', valid, now() from contract_assignment\
                  """))
          .hasMessageContaining("contract_assignment_one_tariff_a_day");
      sql.execute("update rating set state = 'SUPERSEDED', missing = '[]'");
      assertThatThrownBy(() -> sql.execute("update rating set lines = '[]'"))
          .hasMessageContaining("is final");
    }
  }

  private static long count(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private List<JsonObject> announced(UUID closing) {
    return costs.stream()
        .map(BrokerProbe.Received::json)
        .filter(cost -> cost.getJsonObject("closing").getString("id").equals(closing.toString()))
        .toList();
  }

  private static JsonObject energy(UUID closing, int version, String example) {
    JsonObject body = new JsonObject(EventSchemas.example(ENERGY, example));
    body.getJsonObject("closing").put("id", closing.toString()).put("version", version);
    return body;
  }

  private void send(String tenant, JsonObject body) {
    broker.send(ENERGY, tenant, UUID.randomUUID(), body.encode());
  }

  private static JsonPath ratings(String tenant, UUID closing) {
    return as(tenant, "viewer")
        .get("/v1/ratings?closing=" + closing)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void tariff(String tenant, String id, String components) {
    as(tenant, "operator")
        .body("{\"name\":\"%s\",\"components\":[%s]}".formatted(id, components))
        .put("/v1/tariffs/" + id)
        .then()
        .statusCode(200);
  }

  private static void contract(String tenant, String point, String tariff) {
    as(tenant, "operator")
        .body("{\"assignments\":[{\"tariff\":\"%s\",\"from\":\"2026-01-01\"}]}".formatted(tariff))
        .put("/v1/contracts/" + point)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse putTariff(String tenant, String components, int status) {
    return as(tenant, "operator")
        .body("{\"name\":\"X\",\"components\":[%s]}".formatted(components))
        .put("/v1/tariffs/x")
        .then()
        .statusCode(status);
  }

  private static ValidatableResponse putContract(String tenant, String assignments, int status) {
    return as(tenant, "operator")
        .body("{\"assignments\":[%s]}".formatted(assignments))
        .put("/v1/contracts/" + CONSUMER)
        .then()
        .statusCode(status);
  }

  private static String assignment(String from) {
    return "{\"tariff\":\"haushalt\",\"from\":\"%s\"}".formatted(from);
  }

  private static String assignment(String from, String to) {
    return "{\"tariff\":\"haushalt\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to);
  }

  private static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/json");
  }
}

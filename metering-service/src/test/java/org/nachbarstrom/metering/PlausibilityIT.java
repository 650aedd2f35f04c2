package org.nachbarstrom.metering;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
import static org.nachbarstrom.metering.Api.awaitValues;
import static org.nachbarstrom.metering.Api.declare;
import static org.nachbarstrom.metering.Api.operator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class PlausibilityIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private static ValidatableResponse check(String point) {
    return operator()
        .body(
            Map.of(
                "accountingPoint",
                point,
                "direction",
                CONSUMPTION,
                "from",
                "2026-03-28",
                "to",
                "2026-03-29"))
        .post("/v1/plausibility-checks")
        .then();
  }

  private static ValidatableResponse findings(RequestSpecification reader, String point) {
    return reader
        .queryParams(
            Map.of(
                "accountingPoint",
                point,
                "direction",
                CONSUMPTION,
                "from",
                "2026-03-28",
                "to",
                "2026-03-30"))
        .get("/v1/plausibility-findings")
        .then();
  }

  @Test
  void keepsTheFindingsOfTheNewestCheckOfADay() {
    String point = Feed.point(300);
    declare(point, CONSUMPTION);
    operator()
        .body(Map.of("connectionCapacityWatts", 4))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
    // 4 W carry 1 Wh in a quarter-hour; two quarter-hours have 2 Wh, 94 are missing.
    broker.send(
        Feed.ADDRESS,
        TENANT,
        UUID.randomUUID(),
        Feed.constant(point, CONSUMPTION, START, 2, 2_000));
    awaitValues(point, 2);
    check(point)
        .statusCode(200)
        .body("findings.code", contains("P02", "P02", "P01"))
        .body("findings[0].observedMilliWattHours", equalTo(2_000))
        .body("findings[0].expectedMilliWattHours", equalTo(1_000));
    findings(operator(), point)
        .statusCode(200)
        .body("items.rule", contains("CONNECTION_CAPACITY", "CONNECTION_CAPACITY", "GAP"))
        .body("items[2].day", equalTo("2026-03-28"))
        .body("items[2].start", equalTo("2026-03-27T23:30:00Z"));
    findings(as("nachbarwerk", "viewer"), point).statusCode(200).body("items", empty());

    broker.send(
        Feed.ADDRESS,
        TENANT,
        UUID.randomUUID(),
        Feed.values(point, CONSUMPTION, 1, START, 1_000L, 999L));
    Awaitility.await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() -> check(point).body("findings.code", contains("P01")));
    findings(operator(), point).body("items", hasSize(1));
  }

  @Test
  void holdsTheSumOfADayAgainstItsEnergyQuantity() {
    String point = Feed.point(301);
    broker.send(
        Feed.ADDRESS,
        TENANT,
        UUID.randomUUID(),
        Feed.constant(point, CONSUMPTION, START, 96, 1_000));
    awaitValues(point, 96);
    JsonObject object = new JsonObject().put("kind", "MARKET_LOCATION").put("id", point);
    JsonObject quantity = new JsonObject().put("value", "0.097").put("day", "2026-03-28");
    broker.send(
        Documents.QUANTITIES,
        TENANT,
        UUID.randomUUID(),
        Documents.quantity(object, "MENGE301", 301, quantity));
    // 96 times 1 Wh are 96 Wh, not 97; and a day of the same value is a flat line.
    Awaitility.await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() ->
            check(point)
                .body("findings.rule", contains("ENERGY_QUANTITY", "FLAT_LINE"))
                .body("findings[0].observedMilliWattHours", equalTo(96_000))
                .body("findings[0].expectedMilliWattHours", equalTo(97_000)));
  }

  private void sendReading(String point, int minute, String at, String value) {
    String body = Documents.reading(point, "STAND302" + minute, minute, at, value);
    broker.send(
        Documents.READINGS,
        TENANT,
        UUID.randomUUID(),
        body.replace("CONFIGURATION", "MARKET_LOCATION"));
  }

  @Test
  void reckonsWithReadingsOnlyWhereTheirTransformerFactorIsKnown() {
    String point = Feed.point(302);
    declare(point, CONSUMPTION);
    broker.send(
        Feed.ADDRESS,
        TENANT,
        UUID.randomUUID(),
        Feed.constant(point, CONSUMPTION, START, 96, 1_000));
    sendReading(point, 1, START, "10");
    sendReading(point, 2, "2026-03-28T23:00:00Z", "10.002");
    awaitValues(point, 96);
    Awaitility.await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() ->
            operator()
                .queryParams("object", point, "from", START, "to", "2026-03-28T23:15:00Z")
                .get("/v1/readings")
                .then()
                .body("readings", hasSize(2)));
    check(point).statusCode(200).body("findings.rule", contains("FLAT_LINE"));
    // 0.002 kWh on the register are 96 Wh with a factor of 48 and 80 Wh with a factor of 40.
    declareFactor(point, 48);
    check(point).body("findings.rule", contains("FLAT_LINE"));
    declareFactor(point, 40);
    check(point)
        .body("findings.rule", contains("FLAT_LINE", "REGISTER_ADVANCE"))
        .body("findings[1].expectedMilliWattHours", equalTo(80_000));
  }

  private static void declareFactor(String point, int factor) {
    operator()
        .body(Map.of("transformerFactor", factor))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
  }

  @Test
  void saysWhatIsWrongWithACheck() {
    operator()
        .body(Map.of("accountingPoint", "1", "from", "2026-01-01", "to", "2026-12-31"))
        .post("/v1/plausibility-checks")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0060"))
        .body("errors.pointer", contains("/accountingPoint", "/direction", "/to"));
  }
}

package org.nachbarstrom.metering;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.operator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class RegisterSnapshotIT {
  private static final String NOON = "2026-03-28T11:00:00Z";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void read(String object, String number, int minute, String at, String value) {
    String body =
        Documents.reading(object, number, minute, at, value)
            .replace("CONFIGURATION", "METERING_POINT");
    broker.send(Documents.READINGS, TENANT, UUID.randomUUID(), body);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            operator()
                .queryParam("object", object)
                .queryParam("from", "2026-03-01T00:00:00Z")
                .queryParam("to", "2026-04-30T00:00:00Z")
                .get("/v1/readings")
                .then()
                .body("readings.find { it.at == '" + at + "' }.value", equalTo(value)));
  }

  private static String melo(String name) {
    return "DE0000010000100000000" + "%12s".formatted(name).replace(' ', '0');
  }

  private static ValidatableResponse declareMetering(String point, Map<String, Object> metering) {
    return operator().body(metering).put("/v1/accounting-points/" + point + "/metering").then();
  }

  private static ValidatableResponse snapshot(String point, String at) {
    return operator()
        .queryParam("at", at)
        .get("/v1/accounting-points/" + point + "/register-snapshot")
        .then();
  }

  @Test
  void letsTheLastReadingOfTheMeteringPointStandInAsLongAsItsMeteringAllows() {
    String point = Feed.point(860);
    String melo = melo("STANDIN");
    Api.declare(point, Api.CONSUMPTION);
    declareMetering(point, Map.of("meteringPoint", melo, "readingMaxAge", "PT24H"))
        .statusCode(200)
        .body("readingMaxAge", equalTo("PT24H"));
    read(melo, "AKTSTAND1", 1, NOON, "100.250");
    snapshot(point, NOON)
        .statusCode(200)
        .body("registers", hasSize(1))
        .body("registers[0].register", equalTo("1.8.0"))
        .body("registers[0].reading.value", equalTo("100.250"))
        .body("registers[0].standsIn", equalTo(false));
    snapshot(point, "2026-03-29T11:00:00Z")
        .body("readingMaxAge", equalTo("PT24H"))
        .body("registers[0].reading.value", equalTo("100.250"))
        .body("registers[0].age", equalTo("PT24H"))
        .body("registers[0].standsIn", equalTo(true));
    snapshot(point, "2026-03-29T11:00:01Z")
        .body("registers[0].missing", equalTo("TOO_OLD"))
        .body("registers[0].lastValidAt", equalTo(NOON))
        .body("registers[0].reading", nullValue());
    snapshot(point, "2026-03-28T10:59:59Z")
        .body("registers.missing", contains("NONE"))
        .body("registers[0].object.id", equalTo(melo));
  }

  @Test
  void answersWithTheReadingsThatWereKnownAndTheAgeAllowedOnThatDay() {
    String point = Feed.point(861);
    String melo = melo("KNOWN");
    Api.declare(point, Api.CONSUMPTION);
    Map<String, Object> metering = new HashMap<>(Map.of("meteringPoint", melo));
    declareMetering(point, metering).statusCode(200);
    metering.putAll(Map.of("readingMaxAge", "PT1H", "from", "2026-03-29"));
    declareMetering(point, metering).statusCode(200);
    read(melo, "KNOWN1", 1, "2026-03-28T22:45:00Z", "7");
    // Local midnight of 2026-03-29 is 23:00 UTC: nothing stands in before it, one hour from it on.
    snapshot(point, "2026-03-28T22:59:59Z").body("registers.missing", contains("TOO_OLD"));
    String known =
        snapshot(point, "2026-03-28T23:00:00Z")
            .body("registers[0].reading.value", equalTo("7"))
            .body("registers[0].age", equalTo("PT15M"))
            .extract()
            .path("asKnownAt");
    read(melo, "KNOWN2", 2, "2026-03-28T22:45:00Z", "8");
    operator()
        .queryParam("at", "2026-03-28T23:00:00Z")
        .queryParam("asKnownAt", known)
        .get("/v1/accounting-points/" + point + "/register-snapshot")
        .then()
        .body("registers[0].reading.value", equalTo("7"));
  }

  @Test
  void makesNoEnergyOfAReadingThatStandsIn() {
    String melo = melo("NOENERGY");
    Api.declare(melo, Api.CONSUMPTION);
    declareMetering(melo, Map.of("readingMaxAge", "PT24H")).statusCode(200);
    read(melo, "AKTLUECKE1", 1, NOON, "10");
    read(melo, "AKTLUECKE2", 2, "2026-03-28T11:15:00Z", "11");
    read(melo, "AKTLUECKE3", 3, "2026-03-28T11:45:00Z", "13");
    read(melo, "AKTLUECKE4", 4, "2026-03-28T12:00:00Z", "14");
    snapshot(melo, "2026-03-28T11:30:00Z").body("registers[0].standsIn", equalTo(true));
    // 1 kWh before and 1 kWh after the gap of half an hour; nothing in it.
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            org.assertj.core.api.Assertions.assertThat(Api.valuesOf(melo, ""))
                .containsExactly(1_000_000, 1_000_000));
  }

  @Test
  void refusesAnAgeOrAQuestionThatIsNotValid() {
    String point = Feed.point(862);
    Api.declare(point, Api.CONSUMPTION);
    for (String age : new String[] {"PT0S", "PT-1H", "PT0.5S", "PT8785H", "a day"}) {
      declareMetering(point, Map.of("readingMaxAge", age))
          .statusCode(422)
          .body("code", equalTo("METERING-0001"));
    }
    snapshot(point, "noon").statusCode(400).body("errors.pointer", contains("at"));
    snapshot(point, "+99999-01-01T00:00:00Z").body("errors.code", contains("OUT_OF_REACH"));
    snapshot(Feed.point(863), NOON).statusCode(404).body("code", equalTo("METERING-0002"));
  }
}

package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.member;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.metering.erasure.BeginErasure;
import org.nachbarstrom.testing.BrokerProbe;

/** What becomes of closings when the values they used are erased, see {@link RetentionIT}. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class SealedClosingIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
  private final String consumer = Feed.point(890);
  private final String producer = Feed.point(891);

  @Inject BeginErasure begin;
  private Passing passing;

  @BeforeEach
  void arrive() {
    passing = new Passing(begin, "werk-" + UUID.randomUUID().toString().substring(0, 8));
  }

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void declareCommunity(String method) {
    declareCommunity(method, false);
  }

  private void declareCommunity(String method, boolean holdsCorrections) {
    passing
        .operator()
        .body(
            Map.of(
                "name",
                "Altweg",
                "zone",
                "Europe/Berlin",
                "holdCorrections",
                holdsCorrections,
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", method)),
                "members",
                List.of(member(consumer, CONSUMPTION), member(producer, GENERATION))))
        .put("/v1/communities/altweg")
        .then()
        .statusCode(200);
  }

  private void record(String point, String direction, long milliWattHours) {
    passing
        .operator()
        .body(Map.of("direction", direction))
        .put("/v1/accounting-points/" + point)
        .then()
        .statusCode(200);
    broker.send(
        Feed.ADDRESS,
        passing.tenant(),
        UUID.randomUUID(),
        Feed.constant(point, direction, Api.START, 188, milliWattHours));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            passing
                .viewer()
                .get(
                    "/v1/accounting-points/%s/series?from=%s&to=2026-03-29T22:00:00Z"
                        .formatted(point, Api.START))
                .then()
                .body("series[0].values", hasSize(188)));
  }

  private String request(String from, String to) {
    return passing
        .operator()
        .body(Map.of("community", "altweg", "from", from, "to", to))
        .post("/v1/closings")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private JsonObject awaitState(String closing, String state) {
    String path = "/v1/closings/" + closing;
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> passing.viewer().get(path).then().body("state", equalTo(state)));
    return new JsonObject(passing.viewer().get(path).asString());
  }

  @Test
  void keepsItsVersionSumsAndHashesAndIsNeverComputedAgain() throws SQLException {
    declareCommunity("PROPORTIONAL");
    record(consumer, CONSUMPTION, 3_000);
    record(producer, GENERATION, 1_000);
    String closing = request("2026-03-28", "2026-03-30");
    JsonObject before = awaitState(closing, "CLOSED");
    passing.erase("2029-03-31T10:00:00Z").body("items[0].erased.series_day_block", equalTo(6));
    // Another key would make another version or, without the values, have it wait for them.
    declareCommunity("EQUAL");
    await().atMost(PATIENCE).until(() -> passing.jobs() == 0);
    JsonObject after = awaitState(closing, "CLOSED");
    assertThat(after.getInteger("version")).isEqualTo(1);
    assertThat(after.getString("inputsSha256")).isEqualTo(before.getString("inputsSha256"));
    // 188 · 1 000 of 188 · 3 000.
    assertThat(after.getJsonObject("controlTotals").getLong("allocatedMilliWattHours"))
        .isEqualTo(188_000L);
    JsonObject inputs =
        new JsonObject(passing.viewer().get("/v1/closings/" + closing + "/inputs").asString());
    assertThat(InputsByHand.version(inputs)).isEqualTo(before.getString("inputsSha256"));
    passing
        .viewer()
        .get("/v1/closings/" + closing + "/reproduction")
        .then()
        .body("from", equalTo("LISTS"))
        .body("equal", equalTo(true));
    passing
        .viewer()
        .get("/v1/communities/altweg/allocation?from=2026-03-28&to=2026-03-30")
        .then()
        .statusCode(410)
        .body("code", equalTo("METERING-0173"));
  }

  /** The computation begins before the horizon moves and reads the values when they are gone. */
  @Test
  void keepsItsVersionIfValuesAreErasedWhileItIsComputed() throws SQLException {
    declareCommunity("PROPORTIONAL");
    record(consumer, CONSUMPTION, 3_000);
    record(producer, GENERATION, 1_000);
    String closing = request("2026-03-28", "2026-03-30");
    awaitState(closing, "CLOSED");
    try (Passing.Stopped reading = passing.stopReading()) {
      declareCommunity("EQUAL");
      await().atMost(PATIENCE).until(reading::somebodyWaits);
      reading.eraseAll("2026-04-01T00:00:00Z");
    }
    await().atMost(PATIENCE).until(() -> passing.jobs() == 0);
    assertThat(awaitState(closing, "CLOSED").getInteger("version")).isEqualTo(1);
  }

  @Test
  void refusesToApproveACorrectionThatIsNeverComputedAgain() {
    declareCommunity("PROPORTIONAL", true);
    record(consumer, CONSUMPTION, 3_000);
    record(producer, GENERATION, 1_000);
    String closing = request("2026-03-28", "2026-03-30");
    awaitState(closing, "CLOSED");
    broker.send(
        Feed.ADDRESS,
        passing.tenant(),
        UUID.randomUUID(),
        Feed.values(consumer, CONSUMPTION, 1, Api.START, 7_000L));
    String hash = awaitState(closing, "HELD").getJsonObject("held").getString("inputsSha256");
    passing.erase("2029-03-31T10:00:00Z");
    approve(closing, "0".repeat(64)).statusCode(409).body("code", equalTo("METERING-0033"));
    approve(closing, hash)
        .statusCode(409)
        .body("code", equalTo("METERING-0176"))
        .body("detail", containsString("2026-03-30T00:00:00Z"));
    // 188 · 3 000, and with one of 7 000 instead.
    JsonObject sealed = awaitState(closing, "HELD");
    assertThat(sealed.getInteger("version")).isEqualTo(1);
    assertThat(consumption(sealed)).isEqualTo(564_000L);
    assertThat(consumption(sealed.getJsonObject("held"))).isEqualTo(568_000L);
  }

  private static long consumption(JsonObject of) {
    return of.getJsonObject("controlTotals").getLong("consumptionMilliWattHours");
  }

  private ValidatableResponse approve(String closing, String inputsSha256) {
    return passing
        .operator()
        .body(Map.of("inputsSha256", inputsSha256))
        .post("/v1/closings/" + closing + "/approval")
        .then();
  }

  @Test
  void waitsForValuesThatWillNotComeIfItIsAskedForTooLate() {
    declareCommunity("PROPORTIONAL");
    record(consumer, CONSUMPTION, 3_000);
    record(producer, GENERATION, 1_000);
    passing.erase("2029-03-31T10:00:00Z");
    awaitState(request("2026-03-28", "2026-03-30"), "WAITING");
    passing
        .viewer()
        .get("/v1/closings")
        .then()
        .body("items[0].waitingFor.code", hasItem("SERIES_GAP"));
  }
}

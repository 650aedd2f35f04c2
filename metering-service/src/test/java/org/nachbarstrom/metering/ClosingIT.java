package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.awaitClosing;
import static org.nachbarstrom.metering.Api.awaitValues;
import static org.nachbarstrom.metering.Api.declare;
import static org.nachbarstrom.metering.Api.declareCommunity;
import static org.nachbarstrom.metering.Api.member;
import static org.nachbarstrom.metering.Api.operator;
import static org.nachbarstrom.metering.Api.requestClosing;
import static org.nachbarstrom.metering.Api.valuesOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

/** From values on the broker to a closing, and to its next version. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ClosingIT {
  private static final String COMMUNITY = "sonnenweg";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
  private final String c1 = Feed.point(1);
  private final String c2 = Feed.point(2);
  private final String g1 = Feed.point(6);
  private final String g2 = Feed.point(7);

  @AfterEach
  void disconnect() {
    broker.close();
  }

  @Test
  void closesOnceEverythingIsThereAndAgainWhenAValueChanges() {
    List<BrokerProbe.Received> energies = broker.collect("metering.member-energy.v1");
    List<BrokerProbe.Received> closed = broker.collect("metering.period-closed.v1");
    declareAllButOneConsumer();
    sendAllButOneValue();
    String closing = requestClosing(COMMUNITY, 202);
    assertThat(requestClosing(COMMUNITY, 200)).isEqualTo(closing);
    assertWaitsForPointAndValue(closing);
    declare(c2, CONSUMPTION);
    awaitWaitingForValueOnly(closing);
    assertThat(energies).isEmpty();

    send(Feed.values(g2, GENERATION, 1, "2026-03-29T21:45:00Z", 500L));
    JsonObject first = awaitClosing(closing, "CLOSED", 1);
    assertFirst(first);
    await().atMost(PATIENCE).until(() -> energies.size() == 4 && closed.size() == 1);

    send(Feed.values(c1, CONSUMPTION, 2, START, 7_000L));
    JsonObject second = awaitClosing(closing, "CLOSED", 2);
    assertSecond(second);
    await().atMost(PATIENCE).until(() -> energies.size() == 8 && closed.size() == 2);
    assertEvents(closing, energies, closed);

    sendWhatChangesNothing();
    awaitClosing(closing, "CLOSED", 2);
    assertPastStays(first.getString("recordedAt"), second.getString("recordedAt"));
  }

  @Test
  void waitsForWhoeverIsStillRecordingBeforeItTakesItsSnapshot() throws SQLException {
    String point = Feed.point(9);
    declare(point, CONSUMPTION);
    declareCommunity("langsam", List.of(member(point, CONSUMPTION))).statusCode(200);
    try (Connection recorder = RecorderByHand.begin(TENANT, point)) {
      String closing =
          operator()
              .body(Map.of("community", "langsam", "from", "2026-05-10", "to", "2026-05-11"))
              .post("/v1/closings")
              .path("id");
      String path = "/v1/closings/" + closing;
      await()
          .during(Duration.ofMillis(400))
          .atMost(PATIENCE)
          .untilAsserted(() -> operator().get(path).then().body("state", equalTo("REQUESTED")));
      recorder.commit();
      JsonObject closed = awaitClosing(closing, "CLOSED", 1);
      // 96 quarter-hours of 5.
      assertThat(memberOf(closed, point).getInteger("consumptionMilliWattHours")).isEqualTo(480);
    }
  }

  private void send(String body) {
    broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
  }

  private void declareAllButOneConsumer() {
    declare(c1, CONSUMPTION);
    declare(g1, GENERATION);
    declare(g2, GENERATION);
    List<Map<String, ?>> members =
        List.of(
            member(c1, CONSUMPTION),
            member(c2, CONSUMPTION),
            member(g1, GENERATION),
            member(g2, GENERATION));
    declareCommunity(COMMUNITY, members).statusCode(200).body("revision", equalTo(1));
    declareCommunity(COMMUNITY, members).statusCode(200).body("revision", equalTo(1));
  }

  private void sendAllButOneValue() {
    send(Feed.constant(c1, CONSUMPTION, START, 188, 3_000));
    send(Feed.constant(c2, CONSUMPTION, START, 188, 1_000));
    send(Feed.constant(g1, GENERATION, START, 188, 1_500));
    send(Feed.constant(g2, GENERATION, START, 187, 500));
    awaitValues(c1, 188);
    awaitValues(g2, 187);
  }

  private void assertWaitsForPointAndValue(String closing) {
    JsonObject waiting = awaitClosing(closing, "WAITING", 0);
    assertThat(waiting.getJsonArray("waitingFor"))
        .isEqualTo(
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("code", "UNKNOWN_ACCOUNTING_POINT")
                        .put("accountingPoint", c2))
                .add(
                    new JsonObject()
                        .put("code", "SERIES_GAP")
                        .put("accountingPoint", g2)
                        .put("start", "2026-03-29T21:45:00Z")
                        .put("end", "2026-03-29T22:00:00Z")
                        .put("missing", 1)));
  }

  private static void awaitWaitingForValueOnly(String closing) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            operator()
                .get("/v1/closings/" + closing)
                .then()
                .body("state", equalTo("WAITING"))
                .body("waitingFor.code", contains("SERIES_GAP")));
  }

  /** Each of 188 quarter-hours: G = 2 000, C = 3 000 + 1 000, shares 1 500 and 500. */
  private void assertFirst(JsonObject first) {
    assertThat(first.getJsonObject("controlTotals").getMap())
        .isEqualTo(
            Map.of(
                "consumptionMilliWattHours",
                752_000,
                "allocatedMilliWattHours",
                376_000,
                "residualMilliWattHours",
                376_000,
                "generationMilliWattHours",
                376_000,
                "surplusMilliWattHours",
                0));
    // 1 500 · ¾ = 1 125 and 375, 500 · ¾ = 375 and 125, times 188.
    assertThat(exchange(first, c1, g1)).isEqualTo(211_500);
    assertThat(exchange(first, c1, g2)).isEqualTo(70_500);
    assertThat(exchange(first, c2, g1)).isEqualTo(70_500);
    assertThat(exchange(first, c2, g2)).isEqualTo(23_500);
  }

  /** In one quarter-hour C = 7 000 + 1 000, shares 1 750 and 250 instead of 1 500 and 500. */
  private void assertSecond(JsonObject second) {
    assertThat(memberOf(second, c1).getInteger("allocatedMilliWattHours")).isEqualTo(282_250);
    assertThat(memberOf(second, c1).getInteger("residualMilliWattHours")).isEqualTo(285_750);
    assertThat(memberOf(second, c2).getInteger("allocatedMilliWattHours")).isEqualTo(93_750);
  }

  private void assertEvents(
      String closing, List<BrokerProbe.Received> energies, List<BrokerProbe.Received> closed) {
    energies.forEach(event -> EventSchemas.assertValid("metering.member-energy.v1", event.body()));
    closed.forEach(event -> EventSchemas.assertValid("metering.period-closed.v1", event.body()));
    assertThat(closed).extracting(event -> event.attribute("subject")).containsOnly(closing);
    assertThat(energies)
        .extracting(event -> event.attribute("subject"))
        .containsExactlyInAnyOrder(c1, c2, g1, g2, c1, c2, g1, g2);
    assertDaysOf(
        energies.stream()
            .map(BrokerProbe.Received::json)
            .filter(energy -> energy.getString("accountingPoint").equals(c1))
            .filter(energy -> energy.getJsonObject("closing").getInteger("version") == 1)
            .findFirst()
            .orElseThrow());
  }

  /** An older message, a repetition, and as the last one a value outside the period. */
  private void sendWhatChangesNothing() {
    send(Feed.values(c1, CONSUMPTION, 1, START, 9L));
    send(Feed.values(c1, CONSUMPTION, 2, START, 7_000L));
    String later = Feed.point(8);
    send(Feed.constant(later, GENERATION, START, 1, 1));
    awaitValues(later, 1);
  }

  private void assertPastStays(String first, String second) {
    assertThat(valuesOf(c1, "").getFirst()).isEqualTo(7_000);
    assertThat(valuesOf(c1, first).getFirst()).isEqualTo(3_000);
    assertAllocation(first, c1, "0.001500");
    assertAllocation(second, c1, "0.001750");
  }

  private static void assertDaysOf(JsonObject energy) {
    assertThat(energy.getJsonObject("closing").getString("zone")).isEqualTo("Europe/Berlin");
    assertThat(energy.getJsonArray("days").getJsonObject(0).getMap())
        .isEqualTo(
            Map.of(
                "day",
                "2026-03-28",
                "consumptionMilliWattHours",
                288_000,
                "allocatedMilliWattHours",
                144_000,
                "residualMilliWattHours",
                144_000));
    assertThat(energy.getJsonArray("days").getJsonObject(1).getInteger("consumptionMilliWattHours"))
        .isEqualTo(276_000);
  }

  private static void assertAllocation(String asKnownAt, String point, String allocated) {
    String csv =
        operator()
            .accept("text/csv")
            .queryParam("from", "2026-03-28")
            .queryParam("to", "2026-03-30")
            .queryParam("asKnownAt", asKnownAt)
            .get("/v1/communities/" + COMMUNITY + "/allocation")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(1 + 188 * 4);
    assertThat(lines.getFirst())
        .isEqualTo(
            "interval_start,accounting_point,consumption_kwh,share_kwh,allocated_kwh,"
                + "residual_kwh,generation_kwh,shared_kwh,surplus_kwh");
    assertThat(lines.get(1)).startsWith(START + "," + point).contains("," + allocated + ",");
    assertThat(lines.get(3))
        .isEqualTo(START + "," + Feed.point(6) + ",,,,,0.001500,0.001500,0.000000");
  }

  private static int exchange(JsonObject closing, String consumer, String producer) {
    return closing.getJsonArray("exchanges").stream()
        .map(JsonObject.class::cast)
        .filter(exchange -> exchange.getString("consumer").equals(consumer))
        .filter(exchange -> exchange.getString("producer").equals(producer))
        .findFirst()
        .orElseThrow()
        .getInteger("quantityMilliWattHours");
  }

  private static JsonObject memberOf(JsonObject closing, String point) {
    return closing.getJsonArray("members").stream()
        .map(JsonObject.class::cast)
        .filter(member -> member.getString("accountingPoint").equals(point))
        .findFirst()
        .orElseThrow();
  }
}

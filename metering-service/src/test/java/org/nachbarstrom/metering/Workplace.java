package org.nachbarstrom.metering;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.member;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nachbarstrom.testing.BrokerProbe;

/** A tenant whose findings have effects, with communities of one consumer and one producer. */
record Workplace(String tenant, BrokerProbe broker) {
  /** Quarter-hours of 2026-03-28 and 2026-03-29. */
  static final int BOTH_DAYS = 96 + 92;

  /** The eleventh quarter-hour. */
  static final String ELEVENTH = "2026-03-28T01:30:00Z";

  RequestSpecification operator() {
    return Api.as(tenant, "operator");
  }

  void declare(String point, String direction) {
    operator().body(Map.of("direction", direction)).put("/v1/accounting-points/" + point);
  }

  /** 4 W carry 1 Wh in a quarter-hour. */
  void declareFourWatts(String point) {
    declareMetering(point, Map.of("connectionCapacityWatts", 4));
  }

  void declareMetering(String point, Map<String, ?> metering) {
    operator()
        .body(metering)
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
  }

  void send(String body) {
    broker.send(Feed.ADDRESS, tenant, UUID.randomUUID(), body);
  }

  /**
   * Both days: the producer gives 0.5 Wh in each quarter-hour, and the consumer, whose connection
   * carries 1 Wh, uses 1 Wh.
   */
  void fill(String consumer, String producer) {
    declare(consumer, CONSUMPTION);
    declare(producer, GENERATION);
    declareFourWatts(consumer);
    send(Feed.constant(producer, GENERATION, START, BOTH_DAYS, 500));
    send(Feed.constant(consumer, CONSUMPTION, START, BOTH_DAYS, 1_000));
  }

  /** Requests the closing of both days. */
  String close(String community, String consumer, String producer) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", community);
    body.put("zone", "Europe/Berlin");
    body.put("keys", List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")));
    body.put("members", List.of(member(consumer, CONSUMPTION), member(producer, GENERATION)));
    operator().body(body).put("/v1/communities/" + community).then().statusCode(200);
    return operator()
        .body(Map.of("community", community, "from", "2026-03-28", "to", "2026-03-30"))
        .post("/v1/closings")
        .then()
        .extract()
        .path("id");
  }

  /** The closing, once it is in the state and has so many versions. */
  ValidatableResponse awaitClosing(String id, String state, int version) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> closing(id).body("state", equalTo(state)).body("version", equalTo(version)));
    return closing(id);
  }

  /** The closing, once it waits for nothing but a finding of the rule. */
  ValidatableResponse awaitHeld(String id, int version, String rule) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            closing(id)
                .body("state", equalTo("WAITING"))
                .body("version", equalTo(version))
                .body("waitingFor.rule", contains(rule)));
    return closing(id);
  }

  ValidatableResponse closing(String id) {
    return operator().get("/v1/closings/" + id).then();
  }

  ValidatableResponse findings(String point, String rule) {
    return operator()
        .queryParams("accountingPoint", point, "rule", rule)
        .get("/v1/plausibility-findings")
        .then()
        .statusCode(200);
  }

  /** The only finding of the point by the rule, once it is there. */
  String awaitFinding(String point, String rule) {
    await().atMost(PATIENCE).untilAsserted(() -> findings(point, rule).body("items", hasSize(1)));
    return findings(point, rule).extract().path("items[0].id");
  }

  ValidatableResponse release(String finding, String reason) {
    return operator()
        .body(Map.of("reason", reason))
        .post("/v1/plausibility-findings/" + finding + "/release")
        .then();
  }

  /** Energy and quality of the eleventh quarter-hour. */
  ValidatableResponse eleventh(String point, String asKnownAt) {
    return operator()
        .queryParams("from", ELEVENTH, "to", "2026-03-28T01:45:00Z")
        .queryParams(asKnownAt.isEmpty() ? Map.of() : Map.of("asKnownAt", asKnownAt))
        .get("/v1/accounting-points/" + point + "/series")
        .then()
        .statusCode(200);
  }

  void awaitEleventh(String point, long milliWattHours, String quality) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            eleventh(point, "")
                .body("series[0].values[0].quantityMilliWattHours", equalTo((int) milliWattHours))
                .body("series[0].values[0].quality", equalTo(quality)));
  }
}

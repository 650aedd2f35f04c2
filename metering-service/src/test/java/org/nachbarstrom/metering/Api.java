package org.nachbarstrom.metering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

/** The service as its users see it. */
final class Api {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String TENANT = "stadtwerk";
  static final String CONSUMPTION = "CONSUMPTION";
  static final String GENERATION = "GENERATION";

  /** Midnight of 2026-03-28 in Berlin; that day has 96 and the next 92 quarter-hours. */
  static final String START = "2026-03-27T23:00:00Z";

  private Api() {}

  static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/json");
  }

  static RequestSpecification operator() {
    return as(TENANT, "operator");
  }

  static void declare(String point, String direction) {
    operator()
        .body(Map.of("direction", direction))
        .put("/v1/accounting-points/" + point)
        .then()
        .statusCode(200);
  }

  static ValidatableResponse declareCommunity(String id, List<Map<String, ?>> members) {
    return operator()
        .body(
            Map.of(
                "name",
                "Sonnenweg",
                "zone",
                "Europe/Berlin",
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                "members",
                members))
        .put("/v1/communities/" + id)
        .then();
  }

  static Map<String, ?> member(String point, String direction) {
    return Map.of("accountingPoint", point, "direction", direction, "from", "2026-01-01");
  }

  static String requestClosing(String community, int expectedStatus) {
    return operator()
        .body(Map.of("community", community, "from", "2026-03-28", "to", "2026-03-30"))
        .post("/v1/closings")
        .then()
        .statusCode(expectedStatus)
        .extract()
        .path("id");
  }

  static JsonObject awaitClosing(String id, String state, int version) {
    String path = "/v1/closings/" + id;
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            operator()
                .get(path)
                .then()
                .body("state", equalTo(state))
                .body("version", equalTo(version)));
    return new JsonObject(operator().get(path).asString());
  }

  static void awaitValues(String point, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(valuesOf(point, "")).hasSize(count));
  }

  static List<Integer> valuesOf(String point, String asKnownAt) {
    List<Integer> values =
        operator()
            .queryParam("from", START)
            .queryParam("to", "2026-03-29T22:00:00Z")
            .queryParams(asKnownAt.isEmpty() ? Map.of() : Map.of("asKnownAt", asKnownAt))
            .get("/v1/accounting-points/" + point + "/series")
            .then()
            .statusCode(200)
            .extract()
            .path("series.values.flatten().quantityMilliWattHours");
    return values;
  }
}

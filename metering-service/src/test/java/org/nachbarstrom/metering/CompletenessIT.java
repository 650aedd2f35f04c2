package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class CompletenessIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  /** Its points are all that there are. */
  private final String tenant = "werk-" + UUID.randomUUID().toString().substring(0, 8);

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void declare(String point, Map<String, ?> body) {
    as(tenant, "operator").body(body).put("/v1/accounting-points/" + point).then().statusCode(200);
  }

  /** Measured values from local midnight of 2026-03-28 on, and waits for them. */
  private void record(String point, String direction, int count) {
    String body = Feed.constant(point, direction, Api.START, count, 1_000L);
    broker.send(Feed.ADDRESS, tenant, UUID.randomUUID(), body);
    Awaitility.await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() ->
            as(tenant, "viewer")
                .get(
                    "/v1/accounting-points/%s/series?from=%s&to=2026-04-05T22:00:00Z"
                        .formatted(point, Api.START))
                .then()
                .body(
                    "series.find { it.direction == '" + direction + "' }.values", hasSize(count)));
  }

  private ValidatableResponse days(Map<String, ?> parameters) {
    return as(tenant, "viewer")
        .queryParam("from", "2026-03-28")
        .queryParam("to", "2026-03-31")
        .queryParams(parameters)
        .get("/v1/completeness/days")
        .then();
  }

  private ValidatableResponse ask(String point, String to, String note, @Nullable String key) {
    var request = as(tenant, "operator").body(Map.of("from", "2026-03-29", "to", to, "note", note));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.post("/v1/accounting-points/" + point + "/value-requests").then();
  }

  @Test
  void countsAPointDayByDayWhileItExistsInItsDirection() {
    String point = Feed.point(870);
    declare(point, Map.of("direction", CONSUMPTION, "validTo", "2026-03-30"));
    // All of 2026-03-28, of the 92 of 2026-03-29 the first 90.
    record(point, CONSUMPTION, 96 + 90);
    record(point, GENERATION, 4);
    days(Map.of("accountingPoint", point))
        .statusCode(200)
        .body("zone", equalTo("Europe/Berlin"))
        .body("next", nullValue())
        .body("items.direction", contains(CONSUMPTION, GENERATION))
        .body("items[0].complete", equalTo(false))
        .body("items[0].days.day", contains("2026-03-28", "2026-03-29", "2026-03-30"))
        .body("items[0].days.counts.expected", contains(96, 92, 0))
        .body("items[0].days.counts.present", contains(96, 90, 0))
        .body("items[0].days.counts.missing", contains(0, 2, 0))
        .body("items[0].counts.missing", equalTo(2))
        // Due in the course of 2026-03-30, so overdue from 2026-03-31 00:00 CEST on.
        .body("items[0].missingSince", equalTo("2026-03-30T22:00:00Z"))
        .body("items[1].days.day", contains("2026-03-28"))
        .body("items[1].counts.surplus", equalTo(4))
        .body("items[1].counts.expected", equalTo(0));
  }

  @Test
  void saysWhenAndHowOftenValuesWereAskedForAsKnownAtAnInstant() {
    String point = Feed.point(871);
    declare(point, Map.of("direction", CONSUMPTION));
    String before = days(Map.of("accountingPoint", point)).extract().path("asKnownAt");
    String first =
        ask(point, "2026-03-30", "Mail", null).statusCode(201).extract().path("requestedAt");
    ask(point, "2026-03-30", "Mail", null).statusCode(200).body("requestedAt", equalTo(first));
    ask(point, "2026-03-30", "Telefon", null)
        .statusCode(409)
        .body("code", equalTo("METERING-0172"));
    String second =
        ask(point, "2026-03-31", "Telefon", "k1").statusCode(201).extract().path("requestedAt");
    ask(point, "2026-03-31", "Telefon", "k1").statusCode(200);
    ask(point, "2026-04-01", "Telefon", "k1").statusCode(409);
    days(Map.of("accountingPoint", point))
        .body("items[0].requests.count", equalTo(2))
        .body("items[0].requests.requestedAt", equalTo(second))
        .body("items[0].days.requests.count", contains(0, 2, 1))
        .body("items[0].days[0].requests.requestedAt", nullValue());
    days(Map.of("accountingPoint", point, "asKnownAt", before))
        .body("items[0].requests.count", equalTo(0));
    as(tenant, "viewer")
        .get("/v1/accounting-points/" + point + "/value-requests")
        .then()
        .body("items.note", contains("Mail", "Telefon"))
        .body("items.requestedAt", contains(first, second));
  }

  @Test
  void pagesThroughAllPointsOfTheTenantAndLeavesOutCompleteOnes() {
    List<String> points = new ArrayList<>();
    for (int number = 872; number < 877; number++) {
      String point = Feed.point(number);
      points.add(point);
      declare(point, Map.of("direction", CONSUMPTION));
    }
    // 96 + 92 + 96 quarter-hours of three days.
    record(points.get(1), CONSUMPTION, 284);
    assertThat(pages(Map.of("limit", 2)))
        .containsExactly(points.subList(0, 2), points.subList(2, 4), points.subList(4, 5));
    assertThat(pages(Map.of("limit", 2, "only", "incomplete")))
        .containsExactly(points.subList(0, 1), points.subList(2, 4), points.subList(4, 5));
    days(Map.of("only", "overdue", "to", "2026-03-29")).body("items", hasSize(4));
    as(tenant, "viewer")
        .get("/v1/completeness/days?from=2999-01-01&to=2999-01-02&only=overdue")
        .then()
        .body("items", empty());
  }

  private List<List<String>> pages(Map<String, ?> parameters) {
    List<List<String>> pages = new ArrayList<>();
    Map<String, Object> more = new java.util.HashMap<>(parameters);
    String next = "";
    while (next != null) {
      more.put("cursor", next);
      JsonPath page = days(more).statusCode(200).extract().jsonPath();
      pages.add(page.getList("items.accountingPoint"));
      next = page.getString("next");
    }
    return pages;
  }

  @Test
  void countsMembersOnDaysOfTheirMembershipInTheZoneOfTheCommunity() {
    String point = Feed.point(878);
    declare(point, Map.of("direction", CONSUMPTION));
    // Two hours before midnight in Helsinki the day has begun in no zone west of it.
    record(point, CONSUMPTION, 8);
    as(tenant, "operator")
        .body(
            Map.of(
                "name",
                "Saari",
                "zone",
                "Europe/Helsinki",
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                "members",
                List.of(
                    Map.of(
                        "accountingPoint", point, "direction", CONSUMPTION, "from", "2026-03-29"))))
        .put("/v1/communities/saari")
        .then()
        .statusCode(200);
    days(Map.of("community", "saari"))
        .statusCode(200)
        .body("zone", equalTo("Europe/Helsinki"))
        .body("items[0].days.day", contains("2026-03-29", "2026-03-30"))
        .body("items[0].days.counts.expected", contains(92, 96))
        .body("items[0].counts.present", equalTo(0));
    days(Map.of("community", "nirgends")).statusCode(404);
  }

  @Test
  void refusesQuestionsAndRequestsThatAreNotValid() {
    days(Map.of("accountingPoint", Feed.point(879), "community", "x", "only", "some"))
        .statusCode(400)
        .body("code", equalTo("METERING-0170"))
        .body("errors.pointer", contains("community", "only"));
    days(Map.of("accountingPoint", Feed.point(879))).statusCode(404);
    ask(Feed.point(879), "2026-03-30", "", null).statusCode(404);
    ask(Feed.point(879), "2026-03-29", "", null)
        .statusCode(422)
        .body("errors.pointer", contains("/to"));
    ask(Feed.point(879), "2026-03-30", "x".repeat(501), null).statusCode(422);
  }
}

package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

/** A point in two communities, and what is due once for it. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ParticipationIT {
  private static final String TENANT = "teilnahme";
  private static final String EVENT = "metering.member-energy.v1";
  private static final String POINT = Feed.point(51);

  private static void declare(String community, int percent, @Nullable String to) {
    Map<String, Object> member = new HashMap<>();
    member.put("accountingPoint", POINT);
    member.put("direction", CONSUMPTION);
    member.put("from", "2026-01-01");
    member.put("participationPercent", percent);
    if (to != null) {
      member.put("to", to);
    }
    as(TENANT, "operator")
        .body(
            Map.of(
                "name",
                community,
                "zone",
                "Europe/Berlin",
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                "members",
                List.of(member)))
        .put("/v1/communities/" + community)
        .then()
        .statusCode(200);
  }

  private static String close(String community) {
    return as(TENANT, "operator")
        .body(Map.of("community", community, "from", "2026-03-28", "to", "2026-03-30"))
        .post("/v1/closings")
        .path("id");
  }

  private static void awaitVersion(String closing, int version) {
    await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() ->
            as(TENANT, "viewer")
                .get("/v1/closings/" + closing)
                .then()
                .body("state", equalTo("CLOSED"))
                .body("version", equalTo(version)));
  }

  private static String allocation(String community, String asKnownAt) {
    return as(TENANT, "viewer")
        .accept("text/csv")
        .queryParams("from", "2026-03-28", "to", "2026-03-30", "asKnownAt", asKnownAt)
        .get("/v1/communities/" + community + "/allocation")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static Stream<JsonObject> days(
      List<BrokerProbe.Received> events, String closing, int version) {
    await().atMost(Api.PATIENCE).until(() -> of(events, closing, version).findAny().isPresent());
    JsonObject event = of(events, closing, version).findFirst().orElseThrow();
    EventSchemas.assertValid(EVENT, event.encode());
    return event.getJsonArray("days").stream().map(JsonObject.class::cast);
  }

  private static Stream<JsonObject> of(
      List<BrokerProbe.Received> events, String closing, int version) {
    return List.copyOf(events).stream()
        .map(BrokerProbe.Received::json)
        .filter(event -> event.getJsonObject("closing").getString("id").equals(closing))
        .filter(event -> event.getJsonObject("closing").getInteger("version") == version);
  }

  private static String told(JsonObject day) {
    return day.getString("day")
        + " "
        + day.getInteger("consumptionMilliWattHours")
        + " "
        + day.getInteger("participationPercent")
        + " "
        + day.getBoolean("leading");
  }

  @Test
  void countsWhatIsDueOnceInTheFirstCommunityUntilThePointLeavesIt() {
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort())) {
      List<BrokerProbe.Received> events = broker.collect(EVENT);
      as(TENANT, "operator")
          .body(Map.of("direction", CONSUMPTION))
          .put("/v1/accounting-points/" + POINT);
      declare("vorher", 60, null);
      declare("nachher", 40, null);
      String values = Feed.constant(POINT, CONSUMPTION, Api.START, 188, 10);
      broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), values);
      String first = close("vorher");
      String second = close("nachher");
      awaitVersion(first, 1);
      awaitVersion(second, 1);
      // 96 and 92 quarter-hours of 10: 6 belong to the first community and 4 to the second.
      assertThat(days(events, first, 1).map(ParticipationIT::told))
          .containsExactly("2026-03-28 576 60 null", "2026-03-29 552 60 null");
      assertThat(days(events, second, 1).map(ParticipationIT::told))
          .containsExactly("2026-03-28 384 40 false", "2026-03-29 368 40 false");

      String snapshot = as(TENANT, "viewer").get("/v1/closings/" + first).path("recordedAt");
      String before = allocation("vorher", snapshot);
      assertThat(before).contains("0.000006");

      declare("vorher", 60, "2026-03-29");
      awaitVersion(first, 2);
      assertThat(allocation("vorher", snapshot)).as("of the old snapshot").isEqualTo(before);
      awaitVersion(second, 2);
      assertThat(days(events, first, 2).map(ParticipationIT::told))
          .containsExactly("2026-03-28 576 60 null");
      assertThat(days(events, second, 2).map(ParticipationIT::told))
          .containsExactly("2026-03-28 384 40 false", "2026-03-29 368 40 null");
    }
  }
}

package org.nachbarstrom.metering;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/** Keys, groups and participation on their way into the database and back. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class CommunityIT {
  private static final String TENANT = "gemeinschaften";

  private static ValidatableResponse declare(
      String id, Map<String, ?> key, List<Map<String, ?>> members) {
    return as(TENANT, "operator")
        .body(Map.of("name", id, "zone", "Europe/Vienna", "keys", List.of(key), "members", members))
        .put("/v1/communities/" + id)
        .then();
  }

  private static Map<String, ?> member(int number, String direction, Map<String, ?> more) {
    Map<String, Object> member = new HashMap<>(more);
    member.put("accountingPoint", Feed.point(number));
    member.put("direction", direction);
    member.putIfAbsent("from", "2026-01-01");
    return member;
  }

  @Test
  void keepsGroupsOfACascade() {
    Map<String, ?> cascade =
        Map.of(
            "from", "2026-01-01",
            "method", "CASCADE",
            "groups", List.of("REDISTRIBUTING", "STATIC_OF_USABLE", "EQUAL"));
    List<Map<String, ?>> members =
        List.of(
            member(1, CONSUMPTION, Map.of("group", 1, "sharePercent", "100")),
            member(2, CONSUMPTION, Map.of("group", 3)),
            member(6, GENERATION, Map.of()));
    declare("kaskade", cascade, members).statusCode(200).body("revision", equalTo(1));
    declare("kaskade", cascade, members).statusCode(200).body("revision", equalTo(1));
    as(TENANT, "viewer")
        .get("/v1/communities/kaskade")
        .then()
        .body("keys[0].groups", contains("REDISTRIBUTING", "STATIC_OF_USABLE", "EQUAL"))
        .body("members.group", contains(1, 3, null))
        .body("members.participationPercent", contains(null, null, null));
  }

  @Test
  void sharesAPointOutToCommunitiesUpToAllOfItsEnergy() {
    Map<String, ?> key = Map.of("from", "2026-01-01", "method", "PROPORTIONAL");
    Map<String, ?> sixty = member(11, CONSUMPTION, Map.of("participationPercent", 60));
    declare("nord", key, List.of(sixty))
        .statusCode(200)
        .body("members[0].participationPercent", equalTo(60));
    declare("sued", key, List.of(member(11, CONSUMPTION, Map.of("participationPercent", 41))))
        .statusCode(422)
        .body("code", equalTo("METERING-0020"))
        .body("errors[0].pointer", equalTo("/members/0/participationPercent"))
        .body("errors[0].code", equalTo("PARTICIPATION_EXCEEDED"));
    Map<String, ?> forty = member(11, CONSUMPTION, Map.of("participationPercent", 40));
    declare("sued", key, List.of(forty)).statusCode(200);
    // Leaving one community makes room in the other.
    declare(
            "nord",
            key,
            List.of(
                member(11, CONSUMPTION, Map.of("to", "2026-03-01", "participationPercent", 60))))
        .statusCode(200);
    declare("sued", key, List.of(member(11, CONSUMPTION, Map.of("from", "2026-03-01"))))
        .statusCode(200)
        .body("revision", equalTo(2));
  }

  @Test
  void comparesWithTheOperatorsFile() {
    Map<String, ?> key = Map.of("from", "2026-01-01", "method", "PROPORTIONAL");
    declare("vergleich", key, List.of(member(31, CONSUMPTION, Map.of()))).statusCode(200);
    String file =
        "interval_start,accounting_point,allocated_kwh\n2026-05-31T22:00:00Z,%s,0.25\n"
            .formatted(Feed.point(31));
    // No values: nothing is allocated; he leaves 95 quarter-hours out.
    compare("application/json", file)
        .statusCode(200)
        .body("cells", equalTo(96))
        .body("differences", equalTo(96))
        .body("members[0].differenceMilliWattHours", equalTo(-250_000))
        .body("members[0].causes.cause", contains("MEMBERSHIP_DATE", "NOT_ALLOCATED"))
        .body("members[0].causes.cells", contains(95, 1));
    compare("text/csv", file)
        .statusCode(200)
        .body(
            containsString(
                "2026-05-31T22:00:00Z,%s,0.250000,,-0.250000,NOT_ALLOCATED,\n"
                    .formatted(Feed.point(31))));
    compare("application/json", "x\n").statusCode(422).body("code", equalTo("METERING-0070"));
  }

  private static ValidatableResponse compare(String accepted, String file) {
    return as(TENANT, "viewer")
        .contentType("text/csv")
        .accept(accepted)
        .body(file)
        .post("/v1/communities/vergleich/comparison?from=2026-06-01&to=2026-06-02")
        .then();
  }

  @Test
  void holdsACorrectionOfAFinalClosingUntilSomebodyApprovesWhatHeSaw() {
    String point = Feed.point(41);
    as(TENANT, "operator")
        .body(Map.of("direction", CONSUMPTION))
        .put("/v1/accounting-points/" + point);
    declareStreng();
    send(Feed.constant(point, CONSUMPTION, Api.START, 188, 5));
    String id =
        as(TENANT, "operator")
            .body(Map.of("community", "streng", "from", "2026-03-28", "to", "2026-03-30"))
            .post("/v1/closings")
            .path("id");
    // 188 quarter-hours of 5, then one of 7.
    awaitClosing(id, "CLOSED", "FINAL", 1);
    send(Feed.values(point, CONSUMPTION, 1, Api.START, 7L));
    awaitClosing(id, "HELD", "FINAL", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(940))
        .body("held.controlTotals.consumptionMilliWattHours", equalTo(942));
    approve(id, "0".repeat(64)).statusCode(409).body("code", equalTo("METERING-0033"));
    String hash = as(TENANT, "viewer").get("/v1/closings/" + id).path("held.inputsSha256");
    approve(id, hash).statusCode(202);
    awaitClosing(id, "CLOSED", "CORRECTED", 2)
        .body("controlTotals.consumptionMilliWattHours", equalTo(942))
        .body("inputsSha256", equalTo(hash))
        .body("held", equalTo(null));
  }

  private static void declareStreng() {
    as(TENANT, "operator")
        .body(
            Map.of(
                "name",
                "Streng",
                "zone",
                "Europe/Berlin",
                "holdCorrections",
                true,
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                "members",
                List.of(member(41, CONSUMPTION, Map.of()))))
        .put("/v1/communities/streng")
        .then()
        .body("holdCorrections", equalTo(true));
  }

  private static void send(String body) {
    try (BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort())) {
      broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
    }
  }

  private static ValidatableResponse approve(String closing, String inputsSha256) {
    return as(TENANT, "operator")
        .body(Map.of("inputsSha256", inputsSha256))
        .post("/v1/closings/" + closing + "/approval")
        .then();
  }

  private static ValidatableResponse awaitClosing(
      String id, String state, String stage, int version) {
    await()
        .atMost(Api.PATIENCE)
        .untilAsserted(() ->
            as(TENANT, "viewer")
                .get("/v1/closings/" + id)
                .then()
                .body("state", equalTo(state))
                .body("stage", equalTo(stage))
                .body("version", equalTo(version)));
    return as(TENANT, "viewer").get("/v1/closings/" + id).then();
  }
}

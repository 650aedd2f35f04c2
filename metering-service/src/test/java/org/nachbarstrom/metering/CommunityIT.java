package org.nachbarstrom.metering;

import static org.hamcrest.Matchers.contains;
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
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;

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
}

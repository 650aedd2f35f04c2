package org.nachbarstrom.metering;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;
import org.nachbarstrom.testing.OpenApiAgreement;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class MeteringServiceIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void send(String body) {
    broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
  }

  @Test
  void endsInTheSameValuesWhateverTheOrderAndRepetitionOfDeliveries() {
    List<List<Integer>> orders =
        List.of(
            List.of(0, 1, 2),
            List.of(0, 2, 1),
            List.of(1, 0, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0));
    for (int i = 0; i < orders.size(); i++) {
      String point = Feed.point(20 + i);
      List<String> bodies =
          List.of(
              Feed.values(point, CONSUMPTION, 1, START, 1L, 2L, 3L, 4L),
              Feed.values(point, CONSUMPTION, 2, "2026-03-27T23:30:00Z", 30L, 40L, 50L),
              Feed.values(point, CONSUMPTION, 3, START, 1L, 200L));
      List<Integer> twice = new ArrayList<>(orders.get(i));
      twice.addAll(orders.get(i).reversed());
      twice.forEach(index -> send(bodies.get(index)));
    }
    for (int i = 0; i < orders.size(); i++) {
      String point = Feed.point(20 + i);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(valuesOf(point, "")).containsExactly(1, 200, 30, 40, 50));
    }
    operator()
        .queryParam("limit", 1000)
        .get("/v1/unassigned-series")
        .then()
        .statusCode(200)
        .body("items.accountingPoint", hasItem(Feed.point(20)));
  }

  @Test
  void showsOneTenantNothingOfAnother() {
    String point = Feed.point(40);
    declare(point, CONSUMPTION);
    declareCommunity("verborgen", List.of(member(point, CONSUMPTION))).statusCode(200);
    String closing = requestClosing("verborgen", 202);
    send(Feed.constant(point, CONSUMPTION, START, 4, 1));
    awaitValues(point, 4);
    RequestSpecification other = as("nachbarwerk", "operator");
    other.get("/v1/accounting-points/" + point).then().statusCode(404);
    other.get("/v1/accounting-points").then().statusCode(200).body("items", empty());
    other.get("/v1/communities/verborgen").then().statusCode(404);
    other.get("/v1/communities").then().statusCode(200).body("items", empty());
    other.get("/v1/closings/" + closing).then().statusCode(404);
    other.get("/v1/closings").then().statusCode(200).body("items", empty());
    other.get("/v1/unassigned-series").then().statusCode(200).body("items", empty());
    other
        .queryParam("from", START)
        .queryParam("to", "2026-03-28T23:00:00Z")
        .get("/v1/accounting-points/" + point + "/series")
        .then()
        .statusCode(200)
        .body("series", empty());
  }

  @Test
  void setsImpossibleValuesAsideAndGoesOn() {
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    String point = Feed.point(50);
    send(Feed.values(point, CONSUMPTION, 1, START, -1L));
    send(Feed.values(point, CONSUMPTION, 1, START, 5L));
    awaitValues(point, 1);
    await()
        .atMost(PATIENCE)
        .until(() ->
            dead.stream()
                .anyMatch(letter ->
                    letter.properties().getString("problem", "").startsWith("METERING-0013")));
  }

  @Test
  void listsIncompleteQuarterHoursWithoutAllocatingThem() {
    String consumer = Feed.point(60);
    String producer = Feed.point(61);
    declareCommunity("luecke", List.of(member(consumer, CONSUMPTION), member(producer, GENERATION)))
        .statusCode(200);
    send(Feed.constant(consumer, CONSUMPTION, START, 96, 1_000));
    send(Feed.constant(producer, GENERATION, START, 95, 250));
    awaitValues(consumer, 96);
    awaitValues(producer, 95);
    String csv =
        operator()
            .accept("text/csv")
            .get("/v1/communities/luecke/allocation?from=2026-03-28&to=2026-03-29")
            .asString();
    assertThat(csv.lines().skip(1 + 94 * 2))
        .containsExactly(
            "2026-03-28T22:30:00Z," + consumer + ",0.001000,0.000250,0.000250,0.000750,,,",
            "2026-03-28T22:30:00Z," + producer + ",,,,,0.000250,0.000250,0.000000",
            "2026-03-28T22:45:00Z," + consumer + ",0.001000,,,,,,",
            "2026-03-28T22:45:00Z," + producer + ",,,,,,,");
    operator()
        .accept("application/json")
        .get("/v1/communities/luecke/allocation?from=2026-03-28&to=2026-03-29")
        .then()
        .statusCode(200)
        .body("days[0].rows", hasSize(192))
        .body("days[0].rows[0].residualMilliWattHours", equalTo(750));
    operator()
        .get("/v1/completeness?community=luecke&from=2026-03-28&to=2026-03-29")
        .then()
        .statusCode(200)
        .body("complete", equalTo(false))
        .body("members[1].measured", equalTo(95))
        .body("members[1].gaps[0].start", equalTo("2026-03-28T22:45:00Z"));
  }

  @Test
  void refusesPreciselyWhatIsWrong() {
    operator()
        .body(
            Map.of(
                "name",
                "x",
                "zone",
                "Europe/Atlantis",
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "RANDOM")),
                "members",
                List.of(
                    Map.of(
                        "accountingPoint",
                        "50000000014",
                        "direction",
                        CONSUMPTION,
                        "from",
                        "2026-02-30"))))
        .put("/v1/communities/x")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("METERING-0020"))
        .body(
            "errors.pointer",
            contains("/zone", "/keys/0/method", "/members/0/accountingPoint", "/members/0/from"));
    operator()
        .body(Map.of("community", "nobody", "from", "2026-03-28", "to", "2026-03-30"))
        .post("/v1/closings")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/community"));
    operator()
        .get("/v1/communities/nobody/allocation?from=2026-03-28&to=2026-03-30")
        .then()
        .statusCode(404)
        .body("code", equalTo("METERING-0021"));
  }

  @Test
  void refusesQuestionsWithoutAPeriodAndWritersWithoutTheRole() {
    operator().get("/v1/completeness?community=x").then().statusCode(400);
    as(TENANT, "viewer").body(Map.of()).put("/v1/accounting-points/x").then().statusCode(403);
  }

  @Test
  void refusesToCloseADayTwice() {
    declareCommunity("zweimal", List.of(member(Feed.point(70), CONSUMPTION))).statusCode(200);
    requestClosing("zweimal", 202);
    operator()
        .body(Map.of("community", "zweimal", "from", "2026-03-29", "to", "2026-04-01"))
        .post("/v1/closings")
        .then()
        .statusCode(409)
        .body("code", equalTo("METERING-0032"));
    operator()
        .get("/v1/closings?community=zweimal")
        .then()
        .body("items", hasSize(1))
        .body("next", equalTo(null));
  }

  @Test
  void listsPointsPageByPage() {
    RequestSpecification tenant = as("seitenwerk", "operator");
    for (int number = 80; number < 83; number++) {
      tenant
          .body(Map.of("direction", CONSUMPTION, "validFrom", "2026-01-01"))
          .put("/v1/accounting-points/" + Feed.point(number));
    }
    tenant
        .body(Map.of("direction", GENERATION))
        .put("/v1/accounting-points/" + Feed.point(80))
        .then()
        .body("revision", equalTo(2));
    RequestSpecification reader = as("seitenwerk", "viewer");
    reader
        .get("/v1/accounting-points?limit=2")
        .then()
        .body("items.accountingPoint", contains(Feed.point(80), Feed.point(81)))
        .body("items.direction", contains(GENERATION, CONSUMPTION))
        .body("next", equalTo(Feed.point(81)));
    reader
        .get("/v1/accounting-points?limit=2&cursor=" + Feed.point(81))
        .then()
        .body("items.accountingPoint", contains(Feed.point(82)))
        .body("next", equalTo(null));
  }

  @Test
  void keepsWhichMeteringPointMetersAnAccountingPoint() {
    String meteringPoint = "DE00000100001000000000000000MELO1";
    String consumer = Feed.point(90);
    String other = Feed.point(91);
    String producer = Feed.point(92);
    send(Feed.values(meteringPoint, CONSUMPTION, 1, START, 7L));
    awaitValues(meteringPoint, 1);
    assertThat(unassigned()).contains(meteringPoint);
    declareMetering(consumer, meteringPoint).statusCode(404);
    declare(consumer, CONSUMPTION);
    declare(other, CONSUMPTION);
    declare(producer, GENERATION);
    declareMetering(consumer, meteringPoint).statusCode(200).body("revision", equalTo(1));
    declareMetering(consumer, meteringPoint).statusCode(200).body("revision", equalTo(1));
    declareMetering(producer, meteringPoint).statusCode(200);
    declareMetering(other, meteringPoint).statusCode(409).body("code", equalTo("METERING-0003"));
    declareMetering(other, "DE0")
        .statusCode(422)
        .body("errors.pointer", contains("/meteringPoint"));
    assertThat(unassigned()).doesNotContain(meteringPoint);
    operator()
        .get("/v1/accounting-points/" + consumer + "/metering")
        .then()
        .body("meteringPoint", equalTo(meteringPoint));
    as("nachbarwerk", "viewer")
        .get("/v1/accounting-points/" + consumer + "/metering")
        .then()
        .statusCode(404);
  }

  /** Otherwise the energy of the metering point would be that of two accounting points. */
  @Test
  void declaresNoAccountingPointThatWouldCountTheEnergyOfAnotherOne() {
    String meteringPoint = "DE00000100001000000000000000MELO2";
    String consumer = Feed.point(190);
    String producer = Feed.point(191);
    declare(consumer, CONSUMPTION);
    declare(producer, GENERATION);
    declareMetering(consumer, meteringPoint).statusCode(200);
    declareMetering(producer, meteringPoint).statusCode(200);
    declarePoint(meteringPoint, CONSUMPTION).statusCode(409).body("code", equalTo("METERING-0003"));
    declarePoint(producer, CONSUMPTION).statusCode(409).body("code", equalTo("METERING-0003"));
    declarePoint(consumer, CONSUMPTION).statusCode(200);

    String itself = "DE00000100001000000000000000MELO3";
    String later = Feed.point(192);
    declare(itself, GENERATION);
    declare(later, CONSUMPTION);
    declareMetering(later, itself).statusCode(200);
    declarePoint(later, GENERATION).statusCode(409).body("code", equalTo("METERING-0003"));
    declarePoint(itself, CONSUMPTION).statusCode(409).body("code", equalTo("METERING-0003"));
  }

  private static ValidatableResponse declarePoint(String point, String direction) {
    return operator()
        .body(Map.of("direction", direction))
        .put("/v1/accounting-points/" + point)
        .then();
  }

  @Test
  void keepsHowAnAccountingPointIsMetered() {
    String point = Feed.point(93);
    declare(point, CONSUMPTION);
    operator()
        .body(Map.of("transformerFactor", 0))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0001"));
    operator()
        .body(
            Map.of("transformerFactor", 40, "registerDigits", 6, "connectionCapacityWatts", 30000))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200)
        .body("transformerFactor", equalTo(40))
        .body("registerDigits", equalTo(6))
        .body("connectionCapacityWatts", equalTo(30000));
  }

  private static ValidatableResponse declareMetering(String point, String meteringPoint) {
    return operator()
        .body(Map.of("meteringPoint", meteringPoint))
        .put("/v1/accounting-points/" + point + "/metering")
        .then();
  }

  private static List<String> unassigned() {
    return operator()
        .queryParam("limit", 1000)
        .get("/v1/unassigned-series")
        .then()
        .extract()
        .path("items.accountingPoint");
  }

  @Test
  void showsWhatElseWasSaidAboutValues() {
    send(EventSchemas.example(Feed.ADDRESS, "metering-point-with-statuses"));
    String meteringPoint = "DE0000010000100000000000000000M01";
    awaitValues(meteringPoint, 4);
    operator()
        .queryParam("from", START)
        .queryParam("to", "2026-03-28T00:00:00Z")
        .get("/v1/accounting-points/" + meteringPoint + "/series")
        .then()
        .body("series[0].values[0].status", equalTo(null))
        .body("series[0].values[1].status.substitutionMethod", equalTo("ZJ2"))
        .body("series[0].values[2].status.correctionReason", equalTo("ZB0"))
        .body("series[0].values[2].status.plausibility", equalTo(null))
        .body("series[0].values[3].status.plausibility", contains("Z86"));
  }

  @Test
  void servesTheAgreedApi() {
    OpenApiAgreement.check("metering-service", given().get("/q/openapi").asString());
  }
}

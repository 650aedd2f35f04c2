package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
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
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class SubstituteIT {
  private static final String ADDRESS = "metering.substitutes-made.v1";
  private static final String AUTOMATIC = "ersatzwerk";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void send(String tenant, String body) {
    broker.send(Feed.ADDRESS, tenant, UUID.randomUUID(), body);
  }

  /** 30 Wh, a gap of three quarter-hours, 70 Wh. */
  private void sendGap(String tenant, String point) {
    send(tenant, Feed.values(point, CONSUMPTION, 1, START, 30_000L));
    send(tenant, Feed.values(point, CONSUMPTION, 2, "2026-03-28T00:00:00Z", 70_000L));
  }

  private static ValidatableResponse propose(String tenant, String point, String to) {
    return as(tenant, "operator")
        .body(
            Map.of(
                "accountingPoint",
                point,
                "direction",
                CONSUMPTION,
                "from",
                START,
                "to",
                to,
                "reason",
                "Z75"))
        .post("/v1/substitutions")
        .then();
  }

  @Test
  void recordsAndAnnouncesConfirmedSubstitutesWhichMeasuredValuesReplace() {
    List<BrokerProbe.Received> made = broker.collect(ADDRESS + "::edifact.substitutes-made");
    String point = Feed.point(200);
    sendGap(TENANT, point);
    awaitValues(point, 2);
    ValidatableResponse proposed = propose(TENANT, point, "2026-03-28T00:00:00Z").statusCode(200);
    proposed
        .body("substitutions", hasSize(1))
        .body("substitutions[0].state", equalTo("PROPOSED"))
        .body("substitutions[0].method", equalTo("INTERPOLATION"))
        .body("substitutions[0].quantitiesMilliWattHours", contains(40_000, 50_000, 60_000))
        .body("unfilled", empty());
    String id = proposed.extract().path("substitutions[0].id");
    propose(TENANT, point, "2026-03-28T00:00:00Z").body("substitutions.id", contains(id));
    assertThat(valuesOf(point, "")).containsExactly(30_000, 70_000);

    confirm(id).statusCode(200).body("state", equalTo("CONFIRMED"));
    confirm(id).statusCode(200);
    assertThat(valuesOf(point, "")).containsExactly(30_000, 40_000, 50_000, 60_000, 70_000);
    operator()
        .get(
            "/v1/accounting-points/" + point + "/series?from=" + START + "&to=2026-03-28T00:15:00Z")
        .then()
        .body("series[0].values[1].quality", equalTo("SUBSTITUTE"))
        .body("series[0].values[1].status.substitutionMethod", equalTo("Z92"))
        .body("series[0].values[1].status.substitutionReason", equalTo("Z75"));
    BrokerProbe.Received event = awaitEvent(made, id);
    EventSchemas.assertValid(ADDRESS, event.body());
    assertThat(event.attribute("subject")).isEqualTo(point);
    propose(TENANT, point, "2026-03-28T00:00:00Z").body("substitutions", empty());

    // Made before the substitution was confirmed, and still it counts more.
    send(TENANT, Feed.values(point, CONSUMPTION, 0, "2026-03-27T23:15:00Z", 41_000L));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(valuesOf(point, ""))
                .containsExactly(30_000, 41_000, 50_000, 60_000, 70_000));
  }

  private static BrokerProbe.Received awaitEvent(List<BrokerProbe.Received> made, String id) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            made.stream().anyMatch(event -> event.json().getString("substitution").equals(id)));
    List<BrokerProbe.Received> events =
        made.stream().filter(event -> event.json().getString("substitution").equals(id)).toList();
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private static ValidatableResponse confirm(String id) {
    return operator().post("/v1/substitutions/" + id + "/confirmation").then();
  }

  @Test
  void standsInForAnUnusableValueUntilALaterMessageAndForNothingUntilAnyMessage() {
    String point = Feed.point(208);
    sendGap(TENANT, point);
    send(
        TENANT,
        Feed.values(point, CONSUMPTION, 10, "2026-03-27T23:15:00Z", 1L)
            .replace("MEASURED", "UNUSABLE"));
    awaitValues(point, 3);
    String id =
        propose(TENANT, point, "2026-03-28T00:00:00Z").extract().path("substitutions[0].id");
    confirm(id).statusCode(200);
    assertThat(valuesOf(point, "")).containsExactly(30_000, 40_000, 50_000, 60_000, 70_000);
    // Made before the unusable value: it counts only where nothing was known.
    send(TENANT, Feed.values(point, CONSUMPTION, 9, "2026-03-27T23:15:00Z", 41_000L, 51_000L));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(valuesOf(point, ""))
                .containsExactly(30_000, 40_000, 51_000, 60_000, 70_000));
    send(TENANT, Feed.values(point, CONSUMPTION, 11, "2026-03-27T23:15:00Z", 42_000L));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(valuesOf(point, "")).contains(42_000));
  }

  @Test
  void standsInForAnUnusableValueThatCameByAClockAheadOfOurs() {
    String point = Feed.point(209);
    sendGap(TENANT, point);
    send(
        TENANT,
        Feed.values(point, CONSUMPTION, 10, "2026-03-27T23:15:00Z", 1L)
            .replace("MEASURED", "UNUSABLE")
            .replace("2026-04-02T05:00:00Z", "2099-01-01T00:00:00Z"));
    awaitValues(point, 3);
    String id =
        propose(TENANT, point, "2026-03-28T00:00:00Z").extract().path("substitutions[0].id");
    confirm(id).statusCode(200);
    assertThat(valuesOf(point, "")).containsExactly(30_000, 40_000, 50_000, 60_000, 70_000);
  }

  @Test
  void recordsNoRejectedSubstitutesAndNoneForAGapThatIsFilled() {
    String point = Feed.point(201);
    sendGap(TENANT, point);
    awaitValues(point, 2);
    String rejected =
        propose(TENANT, point, "2026-03-28T00:00:00Z").extract().path("substitutions[0].id");
    operator()
        .post("/v1/substitutions/" + rejected + "/rejection")
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"));
    confirm(rejected).statusCode(409).body("code", equalTo("METERING-0052"));

    String other = Feed.point(207);
    sendGap(TENANT, other);
    awaitValues(other, 2);
    String late =
        propose(TENANT, other, "2026-03-28T00:00:00Z").extract().path("substitutions[0].id");
    send(TENANT, Feed.values(other, CONSUMPTION, 3, "2026-03-27T23:30:00Z", 1L));
    awaitValues(other, 3);
    confirm(late).statusCode(409).body("code", equalTo("METERING-0053"));
    assertThat(valuesOf(other, "")).containsExactly(30_000, 1, 70_000);
    confirm(UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("METERING-0051"));
    operator()
        .get("/v1/substitutions?accountingPoint=" + point + "&state=REJECTED")
        .then()
        .body("items.id", contains(rejected));
    as("nachbarwerk", "viewer")
        .get("/v1/substitutions?accountingPoint=" + point)
        .then()
        .body("items", empty());
  }

  @Test
  void confirmsByItselfWhereConfigured() {
    List<BrokerProbe.Received> made = broker.collect(ADDRESS + "::edifact.substitutes-made");
    String point = Feed.point(202);
    sendGap(AUTOMATIC, point);
    await()
        .atMost(PATIENCE)
        .until(() ->
            propose(AUTOMATIC, point, "2026-03-28T00:00:00Z")
                .extract()
                .<List<String>>path("substitutions.state")
                .equals(List.of("CONFIRMED")));
    await()
        .atMost(PATIENCE)
        .until(() ->
            made.stream()
                .anyMatch(event -> event.json().getString("accountingPoint").equals(point)));
  }

  @Test
  void reopensTheClosingThatWaitedForTheGap() {
    String consumer = Feed.point(203);
    String producer = Feed.point(204);
    declare(consumer, CONSUMPTION);
    declare(producer, GENERATION);
    declareCommunity("ersatz", List.of(member(consumer, CONSUMPTION), member(producer, GENERATION)))
        .statusCode(200);
    send(TENANT, Feed.constant(producer, GENERATION, START, 188, 1_000));
    send(TENANT, Feed.constant(consumer, CONSUMPTION, START, 4, 2_000));
    send(TENANT, Feed.constant(consumer, CONSUMPTION, "2026-03-28T00:30:00Z", 182, 2_000));
    awaitValues(producer, 188);
    awaitValues(consumer, 186);
    String closing = requestClosing("ersatz", 202);
    awaitClosing(closing, "WAITING", 0);
    String id =
        propose(TENANT, consumer, "2026-03-29T22:00:00Z").extract().path("substitutions[0].id");
    confirm(id).statusCode(200).body("quantitiesMilliWattHours", contains(2_000, 2_000));
    awaitClosing(closing, "CLOSED", 1);
  }

  @Test
  void saysWhatIsWrongWithAProposal() {
    operator()
        .body(
            Map.of(
                "accountingPoint", Feed.point(205), "direction", "UP", "from", START, "to", START))
        .post("/v1/substitutions")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0050"))
        .body("errors.pointer", contains("/direction", "/reason", "/to"));
    operator()
        .body(
            Map.of(
                "accountingPoint",
                Feed.point(205),
                "direction",
                CONSUMPTION,
                "from",
                "2099-01-01T00:00:00Z",
                "to",
                "2099-01-02T00:00:00Z",
                "reason",
                "Z75"))
        .post("/v1/substitutions")
        .then()
        .statusCode(422)
        .body("code", equalTo("METERING-0050"));
    propose(TENANT, Feed.point(206), "2026-03-28T00:00:00Z")
        .statusCode(200)
        .body("unfilled[0].why", equalTo("NO_COMPARABLE_DAY"));
  }
}

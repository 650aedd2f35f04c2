package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.embedded.quarkus.Facts;
import org.nachbarstrom.testing.BrokerProbe;

/** Closings that are computed again, from values of metering points, too. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class ReopenedClosingIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  /**
   * 188 quarter-hours of 10; then the first one is 1, 2, 3 … 200, so that 187 · 10 + 200 remain.
   */
  @Test
  void answersABurstOfChangesWithFewVersions() throws SQLException {
    String point = Feed.point(8320);
    declare(point, CONSUMPTION);
    declareCommunity("schwall", List.of(member(point, CONSUMPTION))).statusCode(200);
    send(Feed.constant(point, CONSUMPTION, START, 188, 10));
    awaitValues(point, 188);
    String closing = requestClosing("schwall", 202);
    awaitClosing(closing, "CLOSED", 1);
    for (int minute = 1; minute <= 200; minute++) {
      send(Feed.values(point, CONSUMPTION, minute, START, (long) minute));
    }
    awaitQueued(closing);
    assertThat(jobs(closing)).as("at most one per message handled at once").isLessThanOrEqualTo(8);
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            closing(closing)
                .body("state", equalTo("CLOSED"))
                .body("controlTotals.consumptionMilliWattHours", equalTo(2_070))
                .body("queued", equalTo(null)));
    int version = closing(closing).extract().path("version");
    assertThat(version).isBetween(2, 3);
  }

  private static void awaitQueued(String closing) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() ->
            closing(closing)
                .body("state", equalTo("REQUESTED"))
                .body("queued.cause", equalTo("VALUES"))
                .body("queued.causes", greaterThan(1))
                .body("queued.attempts", equalTo(0)));
    operator().get("/v1/closing-queue").then().body("closings", greaterThan(0));
    List<String> queued = operator().get("/v1/closings?state=REQUESTED").path("items.id");
    assertThat(queued).contains(closing);
    List<String> waiting = operator().get("/v1/closings?state=WAITING").path("items.id");
    assertThat(waiting).doesNotContain(closing);
  }

  private static ValidatableResponse closing(String id) {
    return operator().get("/v1/closings/" + id).then().statusCode(200);
  }

  private static int jobs(String closing) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from closing_job where closing = '" + closing + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connection() throws SQLException {
    Facts facts = EmbeddedServices.current();
    return DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
  }

  /**
   * The first day has 96, the second 92 quarter-hours. Own values are there for the first 50, of 2
   * 000; those of the metering point, of 3 000, for all: 50 · 2 000 + 46 · 3 000 = 238 000 and 92 ·
   * 3 000 = 276 000.
   */
  @Test
  void readsWhatItsMeteringPointSaysWhereAMemberHasNoValues() {
    String point = Feed.point(8330);
    String producer = Feed.point(8336);
    String meteringPoint = "DE00012345678" + "%020d".formatted(330);
    declare(point, CONSUMPTION);
    declare(producer, GENERATION);
    declareCommunity(
            "messlokation", List.of(member(point, CONSUMPTION), member(producer, GENERATION)))
        .statusCode(200);
    send(Feed.constant(point, CONSUMPTION, START, 50, 2_000));
    send(Feed.constant(meteringPoint, CONSUMPTION, START, 188, 3_000));
    send(Feed.constant(producer, GENERATION, START, 188, 100));
    awaitValues(meteringPoint, 188);
    awaitValues(producer, 188);
    String closing = requestClosing("messlokation", 202);
    awaitClosing(closing, "WAITING", 0);
    meter(point, meteringPoint);
    JsonObject first = awaitClosing(closing, "CLOSED", 1);
    assertThat(first.getJsonObject("controlTotals").getInteger("consumptionMilliWattHours"))
        .isEqualTo(514_000);
    assertInputs(closing, meteringPoint);

    // Where the member has a value of its own, that of the metering point says nothing.
    send(Feed.values(meteringPoint, CONSUMPTION, 1, START, 9_000L));
    // The 51st quarter-hour begins 12.5 hours later.
    send(Feed.values(meteringPoint, CONSUMPTION, 2, "2026-03-28T11:30:00Z", 4_000L));
    JsonObject second = awaitClosing(closing, "CLOSED", 2);
    assertThat(second.getJsonObject("controlTotals").getInteger("consumptionMilliWattHours"))
        .isEqualTo(515_000);
    operator()
        .get("/v1/closings/" + closing + "/reproduction")
        .then()
        .body("from", equalTo("VALUES"))
        .body("equal", equalTo(true));
  }

  private static void meter(String point, String meteringPoint) {
    operator()
        .body(Map.of("meteringPoint", meteringPoint, "transformerFactor", 1))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
  }

  private static void assertInputs(String closing, String meteringPoint) {
    operator()
        .get("/v1/closings/" + closing + "/inputs?limit=1")
        .then()
        .body("items[0].days[0].meteredMilliWattHours", equalTo(238_000))
        .body("items[0].days[0].meteringPoint", equalTo(meteringPoint))
        .body("items[0].days[0].quarterHoursOfMeteringPoint", equalTo(46))
        .body("items[0].days[1].meteredMilliWattHours", equalTo(276_000))
        .body("items[0].days[1].quarterHoursOfMeteringPoint", equalTo(92));
  }

  private void send(String body) {
    broker.send(Feed.ADDRESS, TENANT, UUID.randomUUID(), body);
  }
}

package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.PATIENCE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.metering.erasure.BeginErasure;
import org.nachbarstrom.testing.BrokerProbe;

/**
 * Values from 2026-03-28 to 2026-03-30 in Berlin, seen from 2029-03-31: of three years ago the
 * local day 2026-03-31 is kept, which begins at 2026-03-30T22:00Z, so the UTC day 2026-03-30 is.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class RetentionIT {
  private static final String THREE_YEARS_LATER = "2029-03-31T10:00:00Z";
  private static final String KEPT_FROM = "2026-03-30T00:00:00Z";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
  @Inject BeginErasure begin;
  private Passing passing;

  @BeforeEach
  void arrive() {
    passing = new Passing(begin, "werk-" + UUID.randomUUID().toString().substring(0, 8));
  }

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private void send(String address, String body) {
    broker.send(address, passing.tenant(), UUID.randomUUID(), body);
  }

  /** 96 + 92 + 96 values from local midnight of 2026-03-28 on: 4 + 96 + 96 + 88 by UTC day. */
  private void record(String point) {
    passing.declare(point);
    send(Feed.ADDRESS, Feed.constant(point, CONSUMPTION, Api.START, 284, 1_000L));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> series(point, Api.START).body("series[0].values", hasSize(284)));
  }

  private ValidatableResponse series(String point, String from) {
    return passing
        .viewer()
        .get(
            "/v1/accounting-points/%s/series?from=%s&to=2026-04-02T22:00:00Z"
                .formatted(point, from))
        .then();
  }

  @Test
  void erasesWhatLiesBeforeTheHorizonAndNothingElse() {
    String point = Feed.point(880);
    record(point);
    passing
        .erase(THREE_YEARS_LATER)
        .body("items[0].keptFrom", equalTo(KEPT_FROM))
        .body("items[0].requestedBy", equalTo("test"))
        .body("items[0].erased.series_day_block", equalTo(3));
    series(point, KEPT_FROM)
        .statusCode(200)
        .body("series[0].values", hasSize(88))
        .body("series[0].values[0].start", equalTo(KEPT_FROM));
    series(point, "2026-03-29T23:45:00Z").statusCode(410).body("code", equalTo("METERING-0173"));
    passing
        .viewer()
        .get("/v1/completeness/days?from=2026-03-29&to=2026-03-31&accountingPoint=" + point)
        .then()
        .body("items[0].days.erased", contains(true, true))
        .body("items[0].counts.missing", equalTo(0));
  }

  @Test
  void erasesReadingsAndQuantitiesWithDocumentsThatSayNothingElse() {
    String object = "ALT-" + passing.tenant();
    send(Documents.READINGS, reading(object, "A", 1, "2026-03-29T23:45:00Z", "10"));
    send(Documents.READINGS, reading(object, "B", 2, KEPT_FROM, "11"));
    passing.awaitReadings(object, 2);
    passing
        .erase(THREE_YEARS_LATER)
        .body("items[0].erased.reading", equalTo(1))
        .body("items[0].erased.value_document", equalTo(1));
    passing.readings(object, KEPT_FROM).statusCode(200).body("readings.value", contains("11"));
    passing.readings(object, "2026-03-29T23:59:00Z").statusCode(410);
  }

  private String reading(String object, String number, int minute, String at, String value) {
    return Documents.reading(object, passing.tenant() + number, minute, at, value);
  }

  @Test
  void setsLateValuesOfErasedDaysAsideAndTakesOthers() {
    String point = Feed.point(881);
    record(point);
    passing.erase(THREE_YEARS_LATER);
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    send(Feed.ADDRESS, Feed.values(point, CONSUMPTION, 5, "2026-03-29T23:45:00Z", 7L));
    send(Documents.READINGS, reading("SPAET", "S", 6, "2026-03-29T23:45:00Z", "1"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            dead.stream()
                    .map(letter -> letter.properties().getString("problem", ""))
                    .filter(problem -> problem.startsWith("METERING-0174"))
                    .filter(problem -> problem.contains(point) || problem.contains("SPAET"))
                    .count()
                == 2);
    send(Feed.ADDRESS, Feed.values(point, CONSUMPTION, 7, KEPT_FROM, 7L));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            series(point, KEPT_FROM)
                .body("series[0].values[0].quantityMilliWattHours", equalTo(7)));
  }

  @Test
  void keepsValuesOfAHeldPointUntilItIsLifted() {
    String held = Feed.point(882);
    String other = Feed.point(883);
    record(held);
    record(other);
    passing.hold(held, true).statusCode(200).body("revision", equalTo(1));
    passing.hold(held, true).body("revision", equalTo(1));
    passing.erase(THREE_YEARS_LATER).body("items[0].erased.series_day_block", equalTo(3));
    series(held, Api.START).statusCode(200).body("series[0].values", hasSize(284));
    series(other, Api.START).statusCode(410);
    send(Feed.ADDRESS, Feed.values(held, CONSUMPTION, 5, Api.START, 7L));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            series(held, Api.START).body("series[0].values[0].quantityMilliWattHours", equalTo(7)));
    passing.hold(held, false).statusCode(200).body("revision", equalTo(2));
    // Two versions of the first UTC day.
    passing.erase(THREE_YEARS_LATER).body("items[0].erased.series_day_block", equalTo(4));
    series(held, Api.START).statusCode(410);
  }

  @Test
  void goesOnWhereItStoppedAndCountsNothingTwice() throws SQLException {
    String point = Feed.point(884);
    String object = "HALT-" + passing.tenant();
    record(point);
    send(Documents.READINGS, reading(object, "A", 1, "2026-03-29T23:45:00Z", "10"));
    send(Documents.READINGS, reading(object, "B", 2, "2026-03-29T23:30:00Z", "10"));
    passing.awaitReadings(object, 2);
    // The deletion of the document fails in the middle of the transaction that deletes readings.
    passing.forbidDeletionOfDocuments();
    passing.begin(THREE_YEARS_LATER);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> passing.runs().body("items[0].erased.series_day_block", equalTo(3)));
    passing.runs().body("items[0].finishedAt", equalTo(null));
    passing.allowDeletionOfDocuments();
    passing
        .erase(THREE_YEARS_LATER)
        .body("items[0].erased.series_day_block", equalTo(3))
        .body("items[0].erased.reading", equalTo(2))
        .body("items[0].erased.value_document", equalTo(2))
        .body("items[0].finishedAt", notNullValue());
  }

  @Test
  void letsNobodyChangeOrDeleteWhatIsKept() throws SQLException {
    String point = Feed.point(885);
    record(point);
    String blocks = " series_day_block where utc_day = '2026-03-30'";
    assertThatThrownBy(() -> passing.execute("delete from" + blocks))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("deleted only behind the horizon");
    passing.erase(THREE_YEARS_LATER);
    assertThatThrownBy(() -> passing.execute("delete from" + blocks))
        .hasMessageContaining("deleted only behind the horizon");
    assertThatThrownBy(() -> passing.execute("update series_day_block set reference = 'x'"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(
            () -> passing.execute("update retention_horizon set kept_from = '2020-01-01 00:00Z'"))
        .hasMessageContaining("only moves forwards");
    assertThat(passing.count("series_day_block")).isEqualTo(1);
  }

  @Test
  void letsNobodyDeleteADocumentThatHasNotLostItsValuesBehindTheHorizon() throws SQLException {
    String tenant = passing.tenant();
    passing.erase(THREE_YEARS_LATER);
    passing.execute(
        """
        insert into value_document (tenant, reference, sender, document_number, message_time,
          received_at, recorded_at, object_kind, object_id, device_number)
        values ('%s', 'LEER', '1', '1', '2026-03-01 00:00Z', '2026-03-01 00:00Z',
          '2026-03-01 00:00Z', 'CONFIGURATION', 'LEER', '')\
        """
            .formatted(tenant));
    assertThatThrownBy(() -> passing.execute("delete from value_document"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("behind the horizon");
    send(Documents.READINGS, reading("BLEIBT-" + tenant, "A", 1, KEPT_FROM, "11"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            passing.readings("BLEIBT-" + tenant, KEPT_FROM).body("readings.value", contains("11")));
    assertThat(passing.count("value_document where values_until > '2026-03-30 00:00Z'"))
        .isEqualTo(1);
  }

  @Test
  void answersRunsAndHoldsOnlyWhereTheyAre() {
    passing.operator().post("/v1/retention-runs").then().statusCode(202);
    passing.viewer().post("/v1/retention-runs").then().statusCode(403);
    passing.hold(Feed.point(886), true).statusCode(404);
    passing
        .operator()
        .body(Map.of("reason", " "))
        .put("/v1/accounting-points/" + Feed.point(886) + "/retention-hold")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/held", "/reason"));
  }
}

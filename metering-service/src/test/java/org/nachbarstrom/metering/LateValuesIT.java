package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.PATIENCE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.metering.erasure.BeginErasure;
import org.nachbarstrom.testing.BrokerProbe;

/** Values, uploads and cancellations of days behind the horizon, see {@link RetentionIT}. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class LateValuesIT {
  private static final String KEPT_FROM = "2026-03-30T00:00:00Z";
  private static final String LAST_ERASED = "2026-03-29T23:45:00Z";
  private static final String NDJSON = "application/x-ndjson";

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

  /** The horizon has moved, and nothing is erased yet. */
  private void moveHorizon() throws SQLException {
    passing.execute(
        """
        insert into retention_horizon (tenant, kept_from) values ('%s', '%s')
        on conflict (tenant) do update set kept_from = excluded.kept_from\
        """
            .formatted(passing.tenant(), KEPT_FROM));
  }

  private List<Integer> values(String point, String from) {
    return passing
        .viewer()
        .get(
            "/v1/accounting-points/%s/series?from=%s&to=2026-07-01T00:00:00Z"
                .formatted(point, from))
        .then()
        .statusCode(200)
        .extract()
        .path("series.values.flatten().quantityMilliWattHours");
  }

  private static String line(String point, String start, String values) {
    return """
    {"accountingPoint":"%s","direction":"CONSUMPTION","start":"%s","values":%s,"quality":"MEASURED"}
    """
        .formatted(point, start, values);
  }

  private Response upload(String lines) {
    return passing
        .operator()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT)))
        .contentType(NDJSON)
        .body(lines)
        .post("/v1/uploads");
  }

  @Test
  void reportsLinesOfErasedDaysAndWritesTheOthers() throws SQLException {
    String point = Feed.point(8401);
    moveHorizon();
    String readings =
        """
        {"accountingPoint":"%s","obis":"1-1:1.8.0","quality":"MEASURED","readings":[\
        {"at":"2026-03-29T23:45:00Z","value":1},{"at":"2026-03-30T00:00:00Z","value":2}]}
        """
            .formatted(point);
    String lines =
        line(point, "2026-03-28T00:00:00Z", "[1,2]")
            + line(point, "2026-03-30T10:00:00Z", "[3]")
            + line(point, LAST_ERASED, "[4,5]")
            + readings;
    String id =
        upload(lines)
            .then()
            .statusCode(201)
            .body("state", equalTo("COMPLETED"))
            .body("rejectedLines", equalTo(1))
            .body("values.taken", equalTo(2))
            .body("values.rejected", equalTo(4))
            .body("readings", equalTo(1))
            .body("rejections.line", equalTo(List.of(1, 3, 4)))
            .body("rejections.code", equalTo(List.of("TOO_LATE", "TOO_LATE", "TOO_LATE")))
            .body("rejections.pointer", equalTo(List.of("/values", "/values", "/readings/0")))
            .body("rejections.values", equalTo(List.of(2, 1, 1)))
            .extract()
            .path("id");
    assertThat(values(point, KEPT_FROM)).containsExactly(5_000_000, 3_000_000);
    upload(lines).then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void takesLinesOfErasedDaysOfAHeldPoint() throws SQLException {
    String point = Feed.point(8402);
    passing.declare(point);
    passing.hold(point, true).statusCode(200);
    moveHorizon();
    upload(line(point, "2026-03-28T00:00:00Z", "[1,2]"))
        .then()
        .statusCode(201)
        .body("values.taken", equalTo(2))
        .body("rejections", hasSize(0));
  }

  /**
   * The horizon moves between the two batches of the upload: the later point is a month and more
   * away from the earlier one.
   */
  @Test
  void endsLikeOneThatWentThroughWhenItIsRepeatedAfterTheHorizonMoved() throws Exception {
    String kept = Feed.point(8403);
    String late = Feed.point(8404);
    String lines =
        line(kept, "2026-06-15T00:00:00Z", "[1]")
            + line(late, "2026-03-28T00:00:00Z", "[2]")
            + line(late, KEPT_FROM, "[3]");
    CompletableFuture<Response> first;
    try (Passing.Stopped reading = passing.stopReading()) {
      first = CompletableFuture.supplyAsync(() -> upload(lines));
      await().atMost(PATIENCE).until(reading::somebodyWaits);
      reading.eraseAll(KEPT_FROM);
    }
    first.get().then().statusCode(409).body("code", equalTo("METERING-0177"));
    assertThat(values(kept, KEPT_FROM)).containsExactly(1_000_000);
    upload(lines)
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("values.unchanged", equalTo(1))
        .body("values.added", equalTo(1))
        .body("values.rejected", equalTo(1))
        .body("rejections.line", equalTo(List.of(2)))
        .body("rejections.code", equalTo(List.of("TOO_LATE")));
    assertThat(values(late, KEPT_FROM)).containsExactly(3_000_000);
  }

  @Test
  void confirmsAFileOfWhichRowsBecameTooLateOnlyIfToldTo() throws SQLException {
    String point = Feed.point(8405);
    String csv = "Zeit;%s\n30.03.2026 01:45;1\n30.03.2026 02:00;2\n".formatted(point);
    String id =
        passing
            .operator()
            .contentType("multipart/form-data")
            .multiPart("file", "werte.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .body("rejections", hasSize(0))
            .extract()
            .path("id");
    moveHorizon();
    confirm(id, "").statusCode(409).body("code", equalTo("METERING-0140"));
    confirm(id, "?acceptRejections=true")
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("values.added", equalTo(1))
        .body("values.rejected", equalTo(1))
        .body("rejections.line", equalTo(List.of(2)))
        .body("rejections.code", equalTo(List.of("TOO_LATE")));
    assertThat(values(point, KEPT_FROM)).containsExactly(2_000_000);
  }

  private ValidatableResponse confirm(String id, String query) {
    return passing.operator().post("/v1/uploads/" + id + "/confirmation" + query).then();
  }

  /** Whether there is still something to compare with makes no difference. */
  @Test
  void refusesLateValuesAlsoWhereTheyWouldChangeNothing() throws SQLException {
    String point = Feed.point(8406);
    passing.declare(point);
    String newer = Feed.values(point, CONSUMPTION, 5, LAST_ERASED, 7L);
    send(Feed.ADDRESS, newer);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(values(point, Api.START)).containsExactly(7));
    moveHorizon();
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    send(Feed.ADDRESS, newer);
    send(Feed.ADDRESS, Feed.values(point, CONSUMPTION, 4, LAST_ERASED, 6L));
    await().atMost(PATIENCE).until(() -> tooLate(dead, point) == 2);
  }

  private static long tooLate(List<BrokerProbe.Received> dead, String point) {
    return dead.stream()
        .map(letter -> letter.properties().getString("problem", ""))
        .filter(problem -> problem.startsWith("METERING-0174") && problem.contains(point))
        .count();
  }

  /** Four readings tell three quarter-hours, two of which lie before the horizon. */
  @Test
  void cancelsOnThisSideOfTheHorizonAndLeavesTheOther() throws SQLException {
    String point = Feed.point(8407);
    passing.declare(point);
    passing
        .operator()
        .body(Map.of("transformerFactor", 1))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
    send(Documents.READINGS, readings(point, "GANZ-" + passing.tenant()));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(values(point, Api.START)).containsExactly(1_000_000, 2_000_000, 3_000_000));
    moveHorizon();
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    send(
        Documents.CANCELLED,
        Documents.cancellation(Documents.SENDER, "GANZ-" + passing.tenant(), 2));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(values(point, KEPT_FROM)).isEmpty());
    assertThat(tooLate(dead, point)).isZero();
    assertThat(sealedValues()).isLessThanOrEqualTo(1);
  }

  /** Versions of the day before the horizon, one until it is erased: the cancellation adds none. */
  private int sealedValues() throws SQLException {
    return passing.count(
        "series_day_block where utc_day = '2026-03-29' and tenant = '" + passing.tenant() + "'");
  }

  private static String readings(String point, String number) {
    JsonObject body = new JsonObject(Documents.reading(point, number, 1, KEPT_FROM, "10"));
    JsonArray readings =
        new JsonArray()
            .add(reading("2026-03-29T23:30:00Z", "10"))
            .add(reading(LAST_ERASED, "11"))
            .add(reading(KEPT_FROM, "13"))
            .add(reading("2026-03-30T00:15:00Z", "16"));
    body.getJsonArray("registers").getJsonObject(0).put("readings", readings);
    body.put("object", new JsonObject().put("kind", "MARKET_LOCATION").put("id", point));
    return body.encode();
  }

  private static JsonObject reading(String at, String value) {
    return new JsonObject().put("value", value).put("quality", "MEASURED").put("at", at);
  }
}

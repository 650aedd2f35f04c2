package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Workplace.ELEVENTH;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/** What findings lead to, from a message to a closing. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class PlausibilityEffectIT {
  private static final String CAPACITY = "CONNECTION_CAPACITY";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());
  private final Workplace holding = new Workplace("haltwerk", broker);
  private final Workplace rejecting = new Workplace("sperrwerk", broker);

  @AfterEach
  void disconnect() {
    broker.close();
  }

  @Test
  void holdsAClosingUntilSomebodyReleasesTheFinding() {
    String consumer = Feed.point(700);
    String producer = Feed.point(701);
    holding.fill(consumer, producer);
    holding.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    String finding = holding.awaitFinding(consumer, CAPACITY);
    String closing = holding.close("halt1", consumer, producer);
    holding
        .awaitHeld(closing, 0, "P02")
        .body("waitingFor", hasSize(1))
        .body("waitingFor[0].code", equalTo("FINDING_HELD"))
        .body("waitingFor[0].accountingPoint", equalTo(consumer))
        .body("waitingFor[0].start", equalTo(ELEVENTH))
        .body("waitingFor[0].end", equalTo("2026-03-28T01:45:00Z"));

    refusesReleases(finding);
    holding
        .release(finding, "the connection was extended")
        .statusCode(200)
        .body("release.reason", equalTo("the connection was extended"));
    // 187 times 1 Wh and once 2 Wh; the producer gives 188 times 0.5 Wh.
    holding
        .awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(189_000))
        .body("controlTotals.allocatedMilliWattHours", equalTo(94_000));
    holding
        .release(finding, "another reason")
        .statusCode(200)
        .body("release.reason", equalTo("the connection was extended"));
  }

  private void refusesReleases(String finding) {
    Api.as("haltwerk", "viewer")
        .body(Map.of("reason", "no"))
        .post("/v1/plausibility-findings/" + finding + "/release")
        .then()
        .statusCode(403);
    Api.as("nachbarwerk", "operator")
        .body(Map.of("reason", "no"))
        .post("/v1/plausibility-findings/" + finding + "/release")
        .then()
        .statusCode(404)
        .body("code", equalTo("METERING-0150"));
    holding
        .release(finding, " ")
        .statusCode(422)
        .body("code", equalTo("METERING-0151"))
        .body("errors.pointer", contains("/reason"));
  }

  @Test
  void keepsReleasedWhatIsSentAgainAndNothingElse() {
    String consumer = Feed.point(708);
    String producer = Feed.point(709);
    holding.fill(consumer, producer);
    holding.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    String finding = holding.awaitFinding(consumer, CAPACITY);
    holding.release(finding, "seen").statusCode(200);
    String closing = holding.close("halt4", consumer, producer);
    holding.awaitClosing(closing, "CLOSED", 1);
    holding.send(Feed.values(consumer, CONSUMPTION, 6, ELEVENTH, 1_000L));
    holding
        .awaitClosing(closing, "CLOSED", 2)
        .body("controlTotals.consumptionMilliWattHours", equalTo(188_000));
    holding.send(Feed.values(consumer, CONSUMPTION, 7, ELEVENTH, 2_000L));
    holding.awaitClosing(closing, "CLOSED", 3);
    // Another value is not.
    holding.send(Feed.values(consumer, CONSUMPTION, 8, ELEVENTH, 3_000L));
    holding.awaitHeld(closing, 3, "P02");
  }

  @Test
  void holdsAClosingUntilTheValuesAreOthers() {
    String consumer = Feed.point(702);
    String producer = Feed.point(703);
    holding.fill(consumer, producer);
    holding.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    String closing = holding.close("halt2", consumer, producer);
    holding.awaitHeld(closing, 0, "P02");
    holding.send(Feed.values(consumer, CONSUMPTION, 6, ELEVENTH, 900L));
    // 187 times 1 Wh and once 0.9 Wh.
    holding
        .awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(187_900));
    holding.findings(consumer, CAPACITY).body("items", empty());
  }

  @Test
  void holdsByAnEnergyQuantityThatDiffersAndGoesOnWhenItIsCancelled() {
    String consumer = Feed.point(704);
    String producer = Feed.point(705);
    holding.fill(consumer, producer);
    JsonObject object = new JsonObject().put("kind", "MARKET_LOCATION").put("id", consumer);
    JsonObject quantity = new JsonObject().put("value", "0.097").put("day", "2026-03-28");
    broker.send(
        Documents.QUANTITIES,
        "haltwerk",
        UUID.randomUUID(),
        Documents.quantity(object, "MENGE704", 704, quantity));
    holding.awaitFinding(consumer, "ENERGY_QUANTITY");
    String closing = holding.close("halt3", consumer, producer);
    holding.awaitHeld(closing, 0, "P07");
    broker.send(
        Documents.CANCELLED,
        "haltwerk",
        UUID.randomUUID(),
        Documents.cancellation(Documents.SENDER, "MENGE704", 705));
    holding
        .awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(188_000));
  }

  @Test
  void comparesWithTheCheckMeterWhicheverComesLast() {
    String main = Feed.point(706);
    String check = Feed.point(707);
    holding.declare(main, CONSUMPTION);
    holding.declareMetering(main, Map.of("checkPoint", check, "from", "2026-03-28"));
    holding
        .operator()
        .get("/v1/accounting-points/" + main + "/metering")
        .then()
        .body("checkPoint", equalTo(check));
    holding
        .operator()
        .body(Map.of("checkPoint", main))
        .put("/v1/accounting-points/" + main + "/metering")
        .then()
        .statusCode(422);
    holding.send(Feed.constant(main, CONSUMPTION, START, 96, 100_000));
    holding.awaitFinding(main, "FLAT_LINE");
    holding.findings(main, "CHECK_METER").body("items", empty());
    // 9 600 Wh and 9 888 Wh: 288 Wh apart, 197.76 + 10 Wh are allowed.
    holding.send(Feed.constant(check, CONSUMPTION, START, 96, 103_000));
    holding.awaitFinding(main, "CHECK_METER");
    holding
        .findings(main, "CHECK_METER")
        .body("items[0].code", equalTo("P08"))
        .body("items[0].effect", equalTo("HOLD"))
        .body("items[0].observedMilliWattHours", equalTo(9_600_000))
        .body("items[0].expectedMilliWattHours", equalTo(9_888_000));
  }

  @Test
  void rejectsAValueForWhichASubstituteStandsInUntilItIsReleased() {
    String consumer = Feed.point(710);
    String producer = Feed.point(711);
    rejecting.fill(consumer, producer);
    rejecting.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    rejecting.awaitEleventh(consumer, 2_000, "UNUSABLE");
    rejecting
        .eleventh(consumer, "")
        .body("series[0].values[0].status.correctionReason", equalTo("ZA1"));
    String finding = rejecting.awaitFinding(consumer, CAPACITY);
    String foundAt = rejecting.findings(consumer, CAPACITY).extract().path("items[0].foundAt");
    rejecting
        .eleventh(consumer, foundAt)
        .body("series[0].values[0].quantityMilliWattHours", equalTo(2_000))
        .body("series[0].values[0].quality", equalTo("MEASURED"));
    String closing = rejecting.close("sperr1", consumer, producer);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            rejecting
                .closing(closing)
                .body("waitingFor.code", contains("SERIES_GAP"))
                .body("waitingFor[0].missing", equalTo(1)));
    substitute(consumer);
    rejecting.awaitEleventh(consumer, 1_000, "SUBSTITUTE");
    // 188 times 1 Wh, once as the mean of its neighbours.
    rejecting
        .awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(188_000));
    insist(consumer);
    rejecting.release(finding, "the household had guests").statusCode(200);
    rejecting.awaitEleventh(consumer, 2_000, "MEASURED");
    rejecting
        .awaitClosing(closing, "CLOSED", 2)
        .body("controlTotals.consumptionMilliWattHours", equalTo(189_000));
  }

  private void insist(String consumer) {
    // The market insists: rejected again, and the same substitute stands in again.
    rejecting.send(Feed.values(consumer, CONSUMPTION, 6, ELEVENTH, 2_000L));
    rejecting.awaitEleventh(consumer, 2_000, "UNUSABLE");
    substitute(consumer);
    rejecting.awaitEleventh(consumer, 1_000, "SUBSTITUTE");
  }

  private void substitute(String point) {
    Map<String, String> body =
        Map.of(
            "accountingPoint",
            point,
            "direction",
            CONSUMPTION,
            "from",
            START,
            "to",
            "2026-03-29T22:00:00Z",
            "reason",
            "ZA1");
    rejecting.operator().body(body).post("/v1/substitutions").then().statusCode(200);
  }

  @Test
  void checksACorrectionAnew() {
    String consumer = Feed.point(712);
    String producer = Feed.point(713);
    rejecting.fill(consumer, producer);
    rejecting.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    rejecting.awaitEleventh(consumer, 2_000, "UNUSABLE");
    rejecting.send(Feed.values(consumer, CONSUMPTION, 6, ELEVENTH, 2_500L));
    rejecting.awaitEleventh(consumer, 2_500, "UNUSABLE");
    // Too late: an older message.
    rejecting.send(Feed.values(consumer, CONSUMPTION, 4, ELEVENTH, 800L));
    rejecting.send(Feed.values(consumer, CONSUMPTION, 5, ELEVENTH, 2_000L));
    rejecting.send(Feed.values(consumer, CONSUMPTION, 7, ELEVENTH, 700L));
    rejecting.awaitEleventh(consumer, 700, "MEASURED");
    String closing = rejecting.close("sperr2", consumer, producer);
    // 187 times 1 Wh and once 0.7 Wh.
    rejecting
        .awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(187_700));
    rejecting.findings(consumer, CAPACITY).body("items", empty());
  }

  @Test
  void endsInTheSameStateInWhateverOrderMessagesComeAndAreChecked() {
    List<List<Integer>> orders =
        List.of(
            List.of(1, 2, 3), List.of(3, 2, 1), List.of(2, 3, 1, 3, 1), List.of(3, 3, 1, 2, 2, 3));
    long[] values = {0, 1_500, 900, 3_000};
    for (int i = 0; i < orders.size(); i++) {
      String point = Feed.point(720 + i);
      rejecting.declare(point, CONSUMPTION);
      rejecting.declareFourWatts(point);
      for (int minute : orders.get(i)) {
        rejecting.send(Feed.values(point, CONSUMPTION, minute, ELEVENTH, values[minute]));
        awaitIdle("sperrwerk");
      }
      rejecting.awaitEleventh(point, 3_000, "UNUSABLE");
      rejecting.awaitFinding(point, CAPACITY);
    }
  }

  /** Whether no check of the tenant is due any more. */
  private static void awaitIdle(String tenant) {
    await().atMost(PATIENCE).until(() -> Rows.count("plausibility_job", tenant) == 0);
  }

  @Test
  void doesNotCloseWhatIsNotChecked() {
    Workplace waiting = new Workplace("wartwerk", broker);
    String consumer = Feed.point(730);
    String producer = Feed.point(731);
    waiting.fill(consumer, producer);
    await().atMost(PATIENCE).until(() -> Rows.count("plausibility_job", "wartwerk") >= 2);
    String closing = waiting.close("wart", consumer, producer);
    waiting
        .awaitClosing(closing, "WAITING", 0)
        .body("waitingFor.code", hasItem("CHECK_PENDING"))
        .body("waitingFor.code", not(hasItem("SERIES_GAP")));
    waiting.awaitClosing(closing, "CLOSED", 1);
  }

  @Test
  void checksManySeriesAtOnceAndLosesNone() {
    int points = 20;
    for (int i = 0; i < points; i++) {
      String point = Feed.point(740 + i);
      holding.declare(point, GENERATION);
      holding.declareFourWatts(point);
    }
    for (int i = 0; i < points; i++) {
      String point = Feed.point(740 + i);
      holding.send(Feed.values(point, GENERATION, 1, ELEVENTH, 5_000L + i));
      holding.send(Feed.values(point, GENERATION, 2, "2026-03-29T01:30:00Z", 4_000L));
    }
    for (int i = 0; i < points; i++) {
      String point = Feed.point(740 + i);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> holding.findings(point, CAPACITY).body("items", hasSize(2)));
    }
    awaitIdle("haltwerk");
    assertThat(idsByPages()).doesNotHaveDuplicates().hasSize(2 * points);
  }

  private List<String> idsByPages() {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      JsonObject page =
          new JsonObject(
              holding
                  .operator()
                  .queryParams(
                      Map.of(
                          "direction",
                          GENERATION,
                          "rule",
                          CAPACITY,
                          "effect",
                          "HOLD",
                          "state",
                          "OPEN",
                          "limit",
                          7))
                  .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                  .get("/v1/plausibility-findings")
                  .asString());
      page.getJsonArray("items").forEach(item -> ids.add(((JsonObject) item).getString("id")));
      cursor = page.getString("next");
    } while (cursor != null);
    return ids;
  }

  @Test
  void checksNothingByItselfWhereThatIsSwitchedOff() {
    Workplace byHand = new Workplace("handwerk", broker);
    String point = Feed.point(770);
    byHand.declare(point, CONSUMPTION);
    byHand.send(Feed.constant(point, CONSUMPTION, START, 96, 0));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> byHand.eleventh(point, "").body("series[0].values", hasSize(1)));
    assertThat(Rows.count("plausibility_job", "handwerk")).isZero();
    byHand.findings(point, "ZERO_RUN").body("items", empty());
    byHand
        .operator()
        .body(
            Map.of(
                "accountingPoint",
                point,
                "direction",
                CONSUMPTION,
                "from",
                "2026-03-28",
                "to",
                "2026-03-29"))
        .post("/v1/plausibility-checks")
        .then()
        .body("findings.code", contains("P03"));
  }

  @Test
  void saysWhichRulesThereAre() {
    rejecting
        .operator()
        .get("/v1/plausibility-rules")
        .then()
        .statusCode(200)
        .body("automatic", equalTo(true))
        .body(
            "rules.code",
            contains("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11"))
        .body("rules.find { it.code == 'P02' }.effect", equalTo("REJECT"))
        .body("rules.find { it.code == 'P05' }.effect", equalTo("NOTE"))
        .body("rules.find { it.code == 'P05' }.thresholds.factor", equalTo(5))
        .body("rules.find { it.code == 'P08' }.effects", contains("NOTE", "HOLD"))
        .body("rules.find { it.code == 'P08' }.thresholds.milliWattHours", equalTo(10_000))
        .body(
            "rules.find { it.code == 'P09' }.rejections",
            contains("METERING-0015", "METERING-0042"))
        .body("rules.find { it.code == 'P11' }.effects", contains("REJECT"))
        .body("rules.find { it.code == 'P11' }.rejections", contains("METERING-0013"));
  }
}

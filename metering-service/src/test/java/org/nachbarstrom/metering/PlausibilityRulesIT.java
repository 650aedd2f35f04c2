package org.nachbarstrom.metering;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
import static org.nachbarstrom.metering.Api.GENERATION;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.START;
import static org.nachbarstrom.metering.Workplace.BOTH_DAYS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/**
 * One closing of both days of 2026-03-28 that each rule keeps from being computed at another
 * consumer. Consumers alternate between 0.9 and 1.1 Wh in a quarter-hour, the producer between 0.4
 * and 0.6 Wh, so that nothing else is found: 188 Wh and 94 Wh in 188 quarter-hours.
 */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class PlausibilityRulesIT {
  private static final int ELEVENTH = 10;

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private static List<Long> alternating(int count, long low, long high) {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(i % 2 == 0 ? low : high);
    }
    return values;
  }

  private static List<Long> usual() {
    return alternating(BOTH_DAYS, 900, 1_100);
  }

  private static void send(
      Workplace work, String point, String direction, String start, List<Long> values) {
    work.declare(point, direction);
    work.send(Feed.values(point, direction, 0, start, values.toArray(Long[]::new)));
  }

  /** Nothing on the first day: 92 quarter-hours of 1 Wh are left. */
  private static void sendZeroRun(Workplace work, String point) {
    List<Long> values = usual();
    Collections.fill(values.subList(0, 96), 0L);
    send(work, point, CONSUMPTION, START, values);
  }

  /** Sixteen times 1 Wh: 188 Wh. */
  private static void sendFlatLine(Workplace work, String point) {
    List<Long> values = usual();
    Collections.fill(values.subList(ELEVENTH, ELEVENTH + 16), 1_000L);
    send(work, point, CONSUMPTION, START, values);
  }

  /** At most 1.1 Wh on two Saturdays before, now 6 Wh instead of 0.9 Wh: 193.1 Wh. */
  private static void sendSpike(Workplace work, String point) {
    for (String saturday : List.of("2026-03-13T23:00:00Z", "2026-03-20T23:00:00Z")) {
      send(work, point, CONSUMPTION, saturday, alternating(96, 900, 1_100));
    }
    List<Long> values = usual();
    values.set(ELEVENTH, 6_000L);
    send(work, point, CONSUMPTION, START, values);
  }

  /** The register advances by 100 Wh on the first day, the values are 96 Wh. */
  private void sendAdvance(Workplace work, String point) {
    send(work, point, CONSUMPTION, START, usual());
    work.declareMetering(point, Map.of("transformerFactor", 1));
    sendReading(work, point, 1, START, "10");
    sendReading(work, point, 2, "2026-03-28T23:00:00Z", "10.1");
  }

  private void sendReading(Workplace work, String point, int minute, String at, String value) {
    String body = Documents.reading(point, "STAND" + point + minute, minute, at, value);
    broker.send(
        Documents.READINGS,
        work.tenant(),
        UUID.randomUUID(),
        body.replace("CONFIGURATION", "MARKET_LOCATION"));
  }

  /** The check meter has 124.8 Wh on the first day, 28.8 Wh more than the 12.496 Wh allowed. */
  private static void sendChecked(Workplace work, String point, String check) {
    send(work, point, CONSUMPTION, START, usual());
    work.declareMetering(point, Map.of("checkPoint", check, "from", "2026-03-28"));
    send(work, check, CONSUMPTION, START, alternating(96, 1_200, 1_400));
  }

  private static String close(Workplace work, String community, List<String> consumers) {
    String producer = Feed.point(799);
    send(work, producer, GENERATION, START, alternating(BOTH_DAYS, 400, 600));
    List<Map<String, ?>> members = new ArrayList<>();
    members.add(Api.member(producer, GENERATION));
    consumers.forEach(consumer -> members.add(Api.member(consumer, CONSUMPTION)));
    work.operator()
        .body(
            Map.of(
                "name",
                community,
                "zone",
                "Europe/Berlin",
                "keys",
                List.of(Map.of("from", "2026-01-01", "method", "PROPORTIONAL")),
                "members",
                members))
        .put("/v1/communities/" + community)
        .then()
        .statusCode(200);
    return work.operator()
        .body(Map.of("community", community, "from", "2026-03-28", "to", "2026-03-30"))
        .post("/v1/closings")
        .then()
        .extract()
        .path("id");
  }

  @Test
  void holdsAClosingByEachRuleUntilAllFindingsAreReleased() {
    Workplace work = new Workplace("regelwerk", broker);
    List<String> consumers = List.of(1, 2, 3, 4, 5).stream().map(n -> Feed.point(780 + n)).toList();
    sendZeroRun(work, consumers.get(0));
    sendFlatLine(work, consumers.get(1));
    sendSpike(work, consumers.get(2));
    sendAdvance(work, consumers.get(3));
    sendChecked(work, consumers.get(4), Feed.point(786));
    String closing = close(work, "regeln", consumers);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            work.closing(closing)
                .body("state", equalTo("WAITING"))
                .body("waitingFor.rule", containsInAnyOrder("P03", "P04", "P05", "P06", "P08")));
    List<String> rules =
        List.of("ZERO_RUN", "FLAT_LINE", "SPIKE", "REGISTER_ADVANCE", "CHECK_METER");
    for (int i = 0; i < rules.size(); i++) {
      work.release(work.awaitFinding(consumers.get(i), rules.get(i)), "seen").statusCode(200);
    }
    // 92 + 188 + 193.1 + 188 + 188 Wh.
    work.awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(849_100))
        .body("controlTotals.allocatedMilliWattHours", equalTo(94_000));
  }

  @Test
  void rejectsValuesByEachRuleThatCanUntilTheyAreReleased() {
    Workplace work = new Workplace("strengwerk", broker);
    List<String> consumers = List.of(1, 2, 3).stream().map(n -> Feed.point(790 + n)).toList();
    sendZeroRun(work, consumers.get(0));
    sendFlatLine(work, consumers.get(1));
    sendSpike(work, consumers.get(2));
    String closing = close(work, "streng", consumers);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            work.closing(closing)
                .body("state", equalTo("WAITING"))
                .body("waitingFor.code", hasSize(3))
                .body(
                    "waitingFor.findAll { it.code == 'SERIES_GAP' }.missing",
                    containsInAnyOrder(96, 16, 1)));
    work.eleventh(consumers.get(2), "")
        .body("series[0].values.quantityMilliWattHours", contains(6_000))
        .body("series[0].values.quality", contains("UNUSABLE"));
    List<String> rules = List.of("ZERO_RUN", "FLAT_LINE", "SPIKE");
    for (int i = 0; i < rules.size(); i++) {
      work.release(work.awaitFinding(consumers.get(i), rules.get(i)), "seen").statusCode(200);
    }
    // 92 + 188 + 193.1 Wh.
    work.awaitClosing(closing, "CLOSED", 1)
        .body("controlTotals.consumptionMilliWattHours", equalTo(473_100))
        .body("controlTotals.allocatedMilliWattHours", equalTo(94_000));
  }
}

package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nachbarstrom.metering.Api.CONSUMPTION;
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
import static org.nachbarstrom.metering.Api.valuesOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;

/** Energies of readings that were there before their metering was declared otherwise. */
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedServices.class,
    initArgs = @ResourceArg(name = "database", value = "metering"))
class DerivationIT {
  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  private static void declareMetering(String point, Map<String, ?> metering) {
    operator()
        .body(metering)
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
  }

  /** Readings of a register that advances by 1 kWh in each quarter-hour. */
  private void sendReadings(String kind, String id, String from, int quarterHours) {
    Map<String, String> values = new TreeMap<>();
    Instant begin = Instant.parse(from);
    for (int i = 0; i <= quarterHours; i++) {
      values.put(begin.plusSeconds(900L * i).toString(), String.valueOf(1_000 + i));
    }
    String body = Documents.readings(kind, id, "ABLESUNG-" + id.substring(4), values);
    broker.send(Documents.READINGS, TENANT, UUID.randomUUID(), body);
  }

  private static void awaitSum(String point, long kilowattHours) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(valuesOf(point, "").stream().mapToLong(Integer::longValue).sum())
                .isEqualTo(kilowattHours * 1_000_000));
  }

  /** 96 quarter-hours of the 28th and 92 of the 29th, 1 kWh each times the factor. */
  @Test
  void derivesAgainAndClosesAgainWhenTheTransformerFactorChanges() {
    String point = Feed.point(8501);
    declare(point, CONSUMPTION);
    declareMetering(point, Map.of("transformerFactor", 1));
    declareCommunity("wandler", List.of(member(point, CONSUMPTION))).statusCode(200);
    sendReadings("MARKET_LOCATION", point, START, 188);
    awaitSum(point, 188);
    String closing = requestClosing("wandler", 202);
    awaitClosing(closing, "CLOSED", 1);
    declareMetering(point, Map.of("transformerFactor", 3, "from", "2026-03-29"));
    awaitSum(point, 96 + 3 * 92);
    JsonObject closed = awaitClosing(closing, "CLOSED", 2);
    assertThat(closed.getJsonObject("controlTotals").getLong("consumptionMilliWattHours"))
        .isEqualTo(372_000_000L);
  }

  @Test
  void derivesWhatMeteringPointsTellOnceTheirMeteringIsDeclared() {
    String point = Feed.point(8502);
    String meteringPoint = "DE0000010000100000000000NACHTRAG1";
    sendReadings("METERING_POINT", meteringPoint, "2026-03-29T10:00:00Z", 4);
    declare(point, CONSUMPTION);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    operator()
                        .queryParam("object", meteringPoint)
                        .queryParam("from", "2026-03-01T00:00:00Z")
                        .queryParam("to", "2026-04-01T00:00:00Z")
                        .get("/v1/readings")
                        .<List<String>>path("readings.value"))
                .hasSize(5));
    declareMetering(point, Map.of("meteringPoint", meteringPoint, "transformerFactor", 20));
    awaitValues(meteringPoint, 4);
    assertThat(valuesOf(meteringPoint, "")).containsOnly(20_000_000);
  }
}

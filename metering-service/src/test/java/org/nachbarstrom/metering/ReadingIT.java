package org.nachbarstrom.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.nachbarstrom.metering.Api.PATIENCE;
import static org.nachbarstrom.metering.Api.TENANT;
import static org.nachbarstrom.metering.Api.as;
import static org.nachbarstrom.metering.Api.operator;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
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
class ReadingIT {
  private static final String NOON = "2026-03-28T11:00:00Z";
  private static final String MELO = "DE0000010000100000000000000000M01";

  private final BrokerProbe broker = new BrokerProbe(EmbeddedServices.current().amqpPort());

  @AfterEach
  void disconnect() {
    broker.close();
  }

  /** A message and where it is sent to. */
  record Sent(String address, String body) {}

  private void send(String address, String body) {
    EventSchemas.assertValid(address, body);
    broker.send(address, TENANT, UUID.randomUUID(), body);
  }

  private static RequestSpecification march(String object) {
    return operator()
        .queryParam("object", object)
        .queryParam("from", "2026-02-28T23:00:00Z")
        .queryParam("to", "2026-03-31T22:00:00Z");
  }

  private static List<String> readings(String object) {
    List<String> values =
        march(object).get("/v1/readings").then().statusCode(200).extract().path("readings.value");
    return values;
  }

  private static void awaitReadings(String object, String... values) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(readings(object)).containsExactly(values));
  }

  /** All orders of the numbers below a limit. */
  private static List<List<Integer>> orders(int limit) {
    List<List<Integer>> orders = List.of(List.of());
    for (int next = 0; next < limit; next++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int place = 0; place <= order.size(); place++) {
          List<Integer> inserted = new ArrayList<>(order);
          inserted.add(place, next);
          longer.add(inserted);
        }
      }
      orders = longer;
    }
    return orders;
  }

  /** Sends each order, then the same backwards; to an object of its own each. */
  private void sendInAllOrders(
      String prefix, java.util.function.Function<String, List<Sent>> made) {
    List<List<Integer>> orders = orders(made.apply(prefix).size());
    for (int i = 0; i < orders.size(); i++) {
      List<Sent> messages = made.apply(prefix + i);
      List<Integer> twice = new ArrayList<>(orders.get(i));
      twice.addAll(orders.get(i).reversed());
      twice.forEach(index -> send(messages.get(index).address(), messages.get(index).body()));
      send(
          Documents.READINGS,
          Documents.reading(prefix + i, prefix + i + "E", 9, "2026-03-28T12:00:00Z", "0"));
    }
    for (int i = 0; i < orders.size(); i++) {
      String object = prefix + i;
      await().atMost(PATIENCE).untilAsserted(() -> assertThat(readings(object)).contains("0"));
    }
  }

  @Test
  void voidsExactlyWhatItsSenderCancelledWhateverTheOrderAndRepetition() {
    sendInAllOrders(
        "STORNO",
        object ->
            List.of(
                new Sent(
                    Documents.READINGS, Documents.reading(object, object + "A", 1, NOON, "100")),
                new Sent(
                    Documents.READINGS, Documents.reading(object, object + "B", 2, NOON, "110")),
                new Sent(
                    Documents.CANCELLED, Documents.cancellation(Documents.SENDER, object + "B", 3)),
                new Sent(
                    Documents.CANCELLED,
                    Documents.cancellation("9900000000037", object + "A", 4))));
    for (int i = 0; i < 24; i++) {
      awaitReadings("STORNO" + i, "100", "0");
    }
  }

  @Test
  void countsTheReplacementUnderTheSameNumberWhateverTheOrder() {
    sendInAllOrders(
        "ERSATZ",
        object ->
            List.of(
                new Sent(
                    Documents.READINGS, Documents.reading(object, object + "A", 1, NOON, "100")),
                new Sent(
                    Documents.CANCELLED, Documents.cancellation(Documents.SENDER, object + "A", 2)),
                new Sent(
                    Documents.READINGS, Documents.reading(object, object + "A", 3, NOON, "130"))));
    for (int i = 0; i < 6; i++) {
      awaitReadings("ERSATZ" + i, "130", "0");
    }
  }

  @Test
  void answersWhatWasKnownBeforeACancellation() {
    send(Documents.READINGS, Documents.reading("DAMALS", "DAMALS1", 1, NOON, "100.500"));
    awaitReadings("DAMALS", "100.500");
    String before = march("DAMALS").get("/v1/readings").then().extract().path("asKnownAt");
    send(Documents.CANCELLED, Documents.cancellation(Documents.SENDER, "DAMALS1", 2));
    awaitReadings("DAMALS");
    march("DAMALS")
        .queryParam("asKnownAt", before)
        .get("/v1/readings")
        .then()
        .body("readings.value", contains("100.500"))
        .body("readings[0].source.documentNumber", equalTo("DAMALS1"));
  }

  @Test
  void keepsAllThatIsSaidAboutReadingsOfAMeterExchange() {
    send(Documents.READINGS, EventSchemas.example(Documents.READINGS, "meter-exchange"));
    awaitReadings(MELO, "12500.5", "12811.25");
    march(MELO)
        .get("/v1/readings")
        .then()
        .body("readings[0].object.kind", equalTo("METERING_POINT"))
        .body("readings[0].deviceNumber", equalTo("1ISK0012345678"))
        .body("readings[0].readOn", equalTo("2026-03-01"))
        .body("readings[0].status", equalTo(null))
        .body("readings[1].changedAt", equalTo("2026-03-31T22:00:00Z"))
        .body("readings[1].status.plausibility", contains("Z86"))
        .body("readings[1].status.substitutionReason", equalTo("Z78"))
        .body("readings[1].status.correctionReason", equalTo(null));
  }

  @Test
  void keepsQuantitiesAndTheirCorrectionsBesideDeliveryNotes() {
    send(Documents.QUANTITIES, EventSchemas.example(Documents.QUANTITIES, "month"));
    send(Documents.QUANTITIES, EventSchemas.example(Documents.QUANTITIES, "delivery-note"));
    JsonObject object = new JsonObject().put("kind", "MARKET_LOCATION").put("id", "50000000013");
    JsonObject corrected =
        new JsonObject()
            .put("value", "311.000")
            .put("start", "2026-02-28T23:00:00Z")
            .put("end", "2026-03-31T22:00:00Z");
    // Later than the example of 2026-04-03.
    send(Documents.QUANTITIES, Documents.quantity(object, "KORREKTUR", 4000, corrected));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            march("50000000013")
                .get("/v1/energy-quantities")
                .then()
                .body("quantities", hasSize(4))
                .body("quantities.findAll { it.purpose == 'METERED' }.value", contains("311.000")));
    march("50000000013")
        .get("/v1/energy-quantities")
        .then()
        .body("quantities.findAll { it.purpose == 'DELIVERY_NOTE' }.obis", hasSize(3))
        .body("quantities.findAll { it.month == '2026-03' }.unit", contains("KW"))
        .body(
            "quantities.findAll { it.day == '2026-03-17' }.start",
            contains("2026-03-16T23:00:00Z"));
  }

  @Test
  void setsAsideAnotherDocumentUnderTheSameReference() {
    List<BrokerProbe.Received> dead = broker.collect("DLQ");
    send(Documents.READINGS, Documents.reading("DOPPELT", "DOPPELT", 1, NOON, "1"));
    awaitReadings("DOPPELT", "1");
    send(Documents.READINGS, Documents.reading("ANDERES", "DOPPELT", 1, NOON, "2"));
    await()
        .atMost(PATIENCE)
        .until(() ->
            dead.stream()
                .anyMatch(letter ->
                    letter.properties().getString("problem", "").startsWith("METERING-0044")));
    assertThat(readings("ANDERES")).isEmpty();
  }

  private static String melo(int number) {
    return "DE0000010000100000000000DERIVED%02d".formatted(number);
  }

  private static void declareMetering(String point, int factor) {
    operator()
        .body(Map.of("direction", Api.CONSUMPTION))
        .put("/v1/accounting-points/" + point)
        .then()
        .statusCode(200);
    operator()
        .body(Map.of("transformerFactor", factor))
        .put("/v1/accounting-points/" + point + "/metering")
        .then()
        .statusCode(200);
  }

  /** 10, 10.5 and 12 kWh; the one in the middle is replaced by 11 and that is cancelled again. */
  private static List<Sent> correctedSeries(String object) {
    String prefix = object.substring(24);
    String noon = NOON.replace("11:00", "11:15");
    return List.of(
        new Sent(Documents.READINGS, reading(object, prefix + "A", 1, NOON, "10")),
        new Sent(Documents.READINGS, reading(object, prefix + "B", 2, noon, "10.5")),
        new Sent(
            Documents.READINGS,
            reading(object, prefix + "C", 3, NOON.replace("11:00", "11:30"), "12")),
        new Sent(Documents.READINGS, reading(object, prefix + "D", 4, noon, "11")),
        new Sent(Documents.CANCELLED, Documents.cancellation(Documents.SENDER, prefix + "D", 5)));
  }

  private static String reading(String object, String number, int minute, String at, String value) {
    return Documents.reading(object, number, minute, at, value)
        .replace("CONFIGURATION", "METERING_POINT");
  }

  @Test
  void endsInTheSameEnergiesWhateverTheOrderOfReadingsAndCancellations() {
    List<List<Integer>> orders = orders(5);
    for (int i = 0; i < 12; i++) {
      List<Integer> order = orders.get(i * 10 + i % 10);
      String object = melo(i);
      declareMetering(object, 40);
      List<Sent> messages = correctedSeries(object);
      order.forEach(index -> send(messages.get(index).address(), messages.get(index).body()));
    }
    for (int i = 0; i < 12; i++) {
      String object = melo(i);
      // 0.5 kWh and 1.5 kWh on the register, times 40.
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(Api.valuesOf(object, "")).containsExactly(20_000_000, 60_000_000));
    }
  }

  @Test
  void takesBackEnergiesOfACancelledReadingAndDerivesNoneWithoutADeclaredMetering() {
    String object = melo(90);
    List<Sent> messages = correctedSeries(object);
    messages.subList(0, 3).forEach(sent -> send(sent.address(), sent.body()));
    awaitReadings(object, "10", "10.5", "12");
    assertThat(Api.valuesOf(object, "")).isEmpty();
    declareMetering(object, 2);
    operator()
        .body(Map.of("object", object, "from", NOON, "to", "2026-03-28T11:30:00Z"))
        .post("/v1/readings/interval-energies")
        .then()
        .statusCode(204);
    assertThat(Api.valuesOf(object, "")).containsExactly(1_000_000, 3_000_000);
    String last = object.substring(24) + "C";
    send(Documents.CANCELLED, Documents.cancellation(Documents.SENDER, last, 6));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Api.valuesOf(object, "")).containsExactly(1_000_000));
  }

  @Test
  void multipliesReadingsByTheFactorOfTheirDayThoughTheyComeAfterItChanged() {
    String object = melo(91);
    declareMetering(object, 40);
    operator()
        .body(Map.of("transformerFactor", 50, "from", "2026-03-29"))
        .put("/v1/accounting-points/" + object + "/metering")
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-03-29"));
    // Local midnight between both days is 23:00 UTC; 1 kWh before it and 1 kWh after it.
    String prefix = object.substring(24);
    send(Documents.READINGS, reading(object, prefix + "A", 1, "2026-03-28T22:45:00Z", "10"));
    send(Documents.READINGS, reading(object, prefix + "B", 2, "2026-03-28T23:00:00Z", "11"));
    send(Documents.READINGS, reading(object, prefix + "C", 3, "2026-03-28T23:15:00Z", "12"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(Api.valuesOf(object, "")).containsExactly(40_000_000, 50_000_000));
  }

  @Test
  void showsOneTenantNoDocumentOfAnother() {
    send(Documents.READINGS, Documents.reading("FREMD", "FREMD1", 1, NOON, "1"));
    awaitReadings("FREMD", "1");
    as("nachbarwerk", "viewer")
        .queryParam("object", "FREMD")
        .queryParam("from", "2026-02-28T23:00:00Z")
        .queryParam("to", "2026-03-31T22:00:00Z")
        .get("/v1/readings")
        .then()
        .statusCode(200)
        .body("readings", empty());
  }

  @Test
  void saysWhatIsWrongWithAQuestion() {
    operator()
        .get("/v1/readings?from=2026-03-01&to=2026-03-31T22:00:00Z")
        .then()
        .statusCode(400)
        .body("code", equalTo("METERING-0043"))
        .body("errors.pointer", contains("object", "from"));
    operator()
        .get("/v1/energy-quantities?object=x&from=2026-03-31T22:00:00Z&to=2026-03-31T22:00:00Z")
        .then()
        .statusCode(400)
        .body("errors.code", contains("INVALID_PERIOD"));
  }
}

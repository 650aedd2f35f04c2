package org.nachbarstrom.settlement;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.nachbarstrom.embedded.quarkus.EmbeddedServices;
import org.nachbarstrom.testing.BrokerProbe;
import org.nachbarstrom.testing.EventSchemas;

/** Metering, pricing and clearing as settlement meets them, and a caller of its API. */
final class Neighbours implements AutoCloseable {
  static final String CONSUMER = "50000000013";
  static final String PRODUCER = "50000000063";
  private static final String COST = "pricing.member-cost.v1";
  private static final String CLOSED = "metering.period-closed.v1";

  private final BrokerProbe probe = new BrokerProbe(EmbeddedServices.current().amqpPort());
  private final List<BrokerProbe.Received> batches = probe.collect("settlement.booking-batch.v1");
  private final List<BrokerProbe.Received> deadLetters = probe.collect("DLQ");

  /** An event that can be sent again under the same id. */
  record Event(String address, UUID id, JsonObject body) {}

  static RequestSpecification as(String tenant, String role) {
    return given()
        .auth()
        .oauth2(EmbeddedServices.current().token(tenant, role))
        .contentType("application/json");
  }

  static void party(String tenant, String id, String name) {
    as(tenant, "operator")
        .body(Map.of("name", name))
        .put("/v1/parties/" + id)
        .then()
        .statusCode(200);
  }

  static void payer(String tenant, String point, String party) {
    as(tenant, "operator")
        .body("{\"assignments\":[{\"party\":\"%s\",\"from\":\"2026-01-01\"}]}".formatted(party))
        .put("/v1/payers/" + point)
        .then()
        .statusCode(200);
  }

  /** Both parties and both payers of the example. */
  static void everybodyPays(String tenant) {
    party(tenant, "ahrens", "Familie Ahrens");
    party(tenant, "pv-nord", "PV Nord GbR");
    payer(tenant, CONSUMER, "ahrens");
    payer(tenant, PRODUCER, "pv-nord");
  }

  static JsonPath runs(String tenant, UUID closing) {
    return as(tenant, "viewer")
        .get("/v1/runs?closing=" + closing)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The three agreed example events about another closing. */
  static List<Event> example(UUID closing, int version) {
    List<Event> events = new ArrayList<>();
    events.add(new Event(COST, UUID.randomUUID(), json(COST, "consumer")));
    events.add(new Event(COST, UUID.randomUUID(), json(COST, "producer")));
    events.add(new Event(CLOSED, UUID.randomUUID(), json(CLOSED, "two-members")));
    events.forEach(event ->
        event
            .body()
            .getJsonObject("closing")
            .put("id", closing.toString())
            .put("version", version));
    return events;
  }

  /**
   * The example with half a kilowatt-hour less residual energy: 11.5 kWh at 28 ct are 3.22 EUR, 19
   * % of 3.22 + 0.70 EUR are 0.7448 EUR.
   */
  static List<Event> corrected(UUID closing, int version) {
    List<Event> events = example(closing, version);
    JsonArray lines = events.getFirst().body().getJsonArray("lines");
    lines
        .getJsonObject(1)
        .put("quantity", "11.5")
        .put("amountMicroEuro", 3_220_000)
        .put("energyMilliWattHours", 11_500_000);
    lines.getJsonObject(3).put("quantity", "3.92").put("amountMicroEuro", 744_800);
    events
        .getLast()
        .body()
        .getJsonObject("controlTotals")
        .put("consumptionMilliWattHours", 18_500_000)
        .put("residualMilliWattHours", 11_500_000);
    return events;
  }

  private static JsonObject json(String address, String name) {
    return new JsonObject(EventSchemas.example(address, name));
  }

  /** Sends each event twice under its id and once more under another, in a random order. */
  void sendShuffled(String tenant, List<Event> events, long seed) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(events);
    events.forEach(event -> all.add(new Event(event.address(), UUID.randomUUID(), event.body())));
    Collections.shuffle(all, new Random(seed));
    send(tenant, all);
  }

  void send(String tenant, List<Event> events) {
    events.forEach(event -> probe.send(event.address(), tenant, event.id(), event.body().encode()));
  }

  void clear(String tenant, String batch) {
    JsonObject body = json("clearing.batch-cleared.v1", "anchored").put("batch", batch);
    send(tenant, List.of(new Event("clearing.batch-cleared.v1", UUID.randomUUID(), body)));
  }

  void refuse(String tenant, String batch) {
    JsonObject body = json("clearing.batch-refused.v1", "overdrawn").put("batch", batch);
    send(tenant, List.of(new Event("clearing.batch-refused.v1", UUID.randomUUID(), body)));
  }

  /** Booking batches of a closing that settlement has sent so far. */
  List<JsonObject> sent(UUID closing) {
    return batches.stream()
        .map(BrokerProbe.Received::json)
        .filter(b -> b.getJsonObject("closing").getString("id").equals(closing.toString()))
        .toList();
  }

  List<BrokerProbe.Received> deadLetters() {
    return deadLetters;
  }

  @Override
  public void close() {
    probe.close();
  }
}

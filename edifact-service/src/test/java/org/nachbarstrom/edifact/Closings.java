package org.nachbarstrom.edifact;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Events of metering about closings of the two days with the clock change in March 2026. */
final class Closings {
  static final String CONSUMER = "50000000013";
  static final String PRODUCER = "50000000063";

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDate FROM = LocalDate.parse("2026-03-28");
  private static final LocalDate TO = LocalDate.parse("2026-03-30");

  private final UUID closing = UUID.randomUUID();
  private final String community;
  private final String consumer;

  Closings(String community) {
    this(community, CONSUMER);
  }

  Closings(String community, String consumer) {
    this.community = community;
    this.consumer = consumer;
  }

  UUID id() {
    return closing;
  }

  private JsonObject version(int version) {
    return new JsonObject()
        .put("id", closing.toString())
        .put("version", version)
        .put("community", community)
        .put("zone", ZONE.getId())
        .put("from", FROM.toString())
        .put("to", TO.toString())
        .put("start", FROM.atStartOfDay(ZONE).toInstant().toString())
        .put("end", TO.atStartOfDay(ZONE).toInstant().toString());
  }

  /** A consumer that took and was allocated all of it on the first day. */
  String consumer(int version, long allocated, long residual) {
    JsonArray days =
        new JsonArray()
            .add(consumerDay(FROM, allocated, residual))
            .add(consumerDay(FROM.plusDays(1), 0, 0));
    return member(version, consumer, "CONSUMPTION", days).encode();
  }

  private static JsonObject consumerDay(LocalDate day, long allocated, long residual) {
    return new JsonObject()
        .put("day", day.toString())
        .put("consumptionMilliWattHours", allocated + residual)
        .put("allocatedMilliWattHours", allocated)
        .put("residualMilliWattHours", residual);
  }

  /** A producer that is a member on the second day only. */
  String producer(int version, long shared, long surplus) {
    JsonObject day =
        new JsonObject()
            .put("day", FROM.plusDays(1).toString())
            .put("generationMilliWattHours", shared + surplus)
            .put("sharedMilliWattHours", shared)
            .put("surplusMilliWattHours", surplus);
    return member(version, PRODUCER, "GENERATION", new JsonArray().add(day)).encode();
  }

  private JsonObject member(int version, String point, String direction, JsonArray days) {
    return new JsonObject()
        .put("closing", version(version))
        .put("accountingPoint", point)
        .put("direction", direction)
        .put("provisional", false)
        .put("days", days)
        .put("suppliers", new JsonArray());
  }

  String closed(int version, int members, long allocated, long residual, long surplus) {
    return closed(version, members, false, allocated, residual, surplus).encode();
  }

  String provisional(int version, int members, long allocated, long residual, long surplus) {
    return closed(version, members, true, allocated, residual, surplus).encode();
  }

  private JsonObject closed(
      int version, int members, boolean provisional, long allocated, long... rest) {
    return new JsonObject()
        .put("closing", version(version))
        .put("recordedAt", "2026-03-31T06:00:00Z")
        .put("provisional", provisional)
        .put("members", members)
        .put("inputsSha256", "0".repeat(64))
        .put(
            "controlTotals",
            new JsonObject()
                .put("consumptionMilliWattHours", allocated + rest[0])
                .put("allocatedMilliWattHours", allocated)
                .put("residualMilliWattHours", rest[0])
                .put("generationMilliWattHours", allocated + rest[1])
                .put("surplusMilliWattHours", rest[1]));
  }
}

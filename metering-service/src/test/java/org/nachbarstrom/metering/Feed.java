package org.nachbarstrom.metering;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.nachbarstrom.quantities.MarketLocationId;

/** Writes bodies of {@code edifact.time-series-received.v1} for tests. */
final class Feed {
  static final String ADDRESS = "edifact.time-series-received.v1";

  private Feed() {}

  /** A market location by its number, with the check digit it needs. */
  static String point(int number) {
    String ten = Long.toString(5_000_000_000L + number);
    for (int digit = 0; digit < 10; digit++) {
      if (MarketLocationId.tryParse(ten + digit).isPresent()) {
        return ten + digit;
      }
    }
    throw new IllegalStateException(ten);
  }

  /** Measured values in a row; the minute orders messages. */
  static String values(String point, String direction, int minute, String start, Long... values) {
    return body(point, direction, minute, start, List.of(values));
  }

  /** The same measured value over and over. */
  static String constant(
      String point, String direction, String start, int count, long milliWattHours) {
    return body(point, direction, 0, start, Collections.nCopies(count, milliWattHours));
  }

  private static String body(
      String point, String direction, int minute, String start, List<Long> values) {
    JsonObject block =
        new JsonObject()
            .put("start", start)
            .put("resolution", "PT15M")
            .put("quantitiesMilliWattHours", new JsonArray(values))
            .put(
                "qualities",
                new JsonArray()
                    .add(new JsonObject().put("quality", "MEASURED").put("count", values.size())));
    Instant time = Instant.parse("2026-04-01T05:00:00Z").plusSeconds(60L * minute);
    return new JsonObject()
        .put(
            "interchange",
            new JsonObject()
                .put("sender", "9900000000011")
                .put("recipient", "9900000000029")
                .put("reference", "R" + minute))
        .put(
            "message",
            new JsonObject()
                .put("reference", "M1")
                .put("documentNumber", "D" + minute)
                .put("messageTime", time.toString())
                .put("checkIdentifier", "13025")
                .put("version", "2.5"))
        .put("receivedAt", "2026-04-02T05:00:00Z")
        .put("accountingPoint", point)
        .put(
            "series",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("obis", direction.equals("CONSUMPTION") ? "1-1:1.29.0" : "1-1:2.29.0")
                        .put("direction", direction)
                        .put("blocks", new JsonArray().add(block))))
        .encode();
  }
}

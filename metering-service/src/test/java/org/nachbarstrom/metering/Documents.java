package org.nachbarstrom.metering;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** Writes bodies of events about readings, energy quantities and cancellations for tests. */
final class Documents {
  static final String READINGS = "edifact.readings-received.v1";
  static final String QUANTITIES = "edifact.energy-quantities-received.v1";
  static final String CANCELLED = "edifact.document-cancelled.v1";
  static final String SENDER = "9900000000011";

  private Documents() {}

  /**
   * One measured reading of register 1.8.0.
   *
   * @param number of the document
   * @param minute orders messages
   */
  static String reading(String object, String number, int minute, String at, String value) {
    return head(SENDER, number, minute)
        .put("object", new JsonObject().put("kind", "CONFIGURATION").put("id", object))
        .put("deviceNumber", "Z1")
        .put(
            "registers",
            registers(
                "1-1:1.8.0",
                "readings",
                new JsonObject().put("value", value).put("quality", "MEASURED").put("at", at)))
        .encode();
  }

  /**
   * Measured readings of register 1.8.0.
   *
   * @param kind of the object
   * @param number of the document
   * @param values by moment
   */
  static String readings(String kind, String object, String number, Map<String, String> values) {
    JsonObject body = new JsonObject(reading(object, number, 1, "2026-03-28T11:00:00Z", "0"));
    JsonArray readings = new JsonArray();
    values.forEach((at, value) ->
        readings.add(
            new JsonObject().put("value", value).put("quality", "MEASURED").put("at", at)));
    body.getJsonArray("registers").getJsonObject(0).put("readings", readings);
    return body.put("object", new JsonObject().put("kind", kind).put("id", object)).encode();
  }

  /** One metered energy quantity. */
  static String quantity(JsonObject object, String number, int minute, JsonObject quantity) {
    return head(SENDER, number, minute)
        .put("object", object)
        .put("purpose", "METERED")
        .put(
            "registers",
            registers("1-1:1.9.0", "quantities", quantity.copy().put("quality", "MEASURED")))
        .encode();
  }

  /** A cancellation. */
  static String cancellation(String sender, String cancelled, int minute) {
    return head(sender, "S" + cancelled, minute).put("cancelledDocument", cancelled).encode();
  }

  private static JsonArray registers(String obis, String name, JsonObject value) {
    return new JsonArray()
        .add(new JsonObject().put("obis", obis).put(name, new JsonArray().add(value)));
  }

  private static JsonObject head(String sender, String number, int minute) {
    return new JsonObject()
        .put(
            "interchange",
            new JsonObject()
                .put("sender", sender)
                .put("recipient", "9900000000029")
                .put("reference", "I" + minute))
        .put(
            "message",
            new JsonObject()
                .put("reference", number)
                .put("documentNumber", number)
                .put(
                    "messageTime",
                    Instant.parse("2026-04-01T05:00:00Z").plusSeconds(60L * minute).toString())
                .put("checkIdentifier", "13017")
                .put("version", "2.5"))
        .put("receivedAt", "2026-04-02T05:00:00Z");
  }
}

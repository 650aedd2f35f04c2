package org.nachbarstrom.metering;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Makes events of the rows of {@code given}. */
final class RoadMessages {
  private static final String ENERGY_FORM = "quantitiesMilliWattHours";

  private final RoadTables tables;
  private final RoadNames names;

  RoadMessages(RoadTables tables, RoadNames names) {
    this.tables = tables;
    this.names = names;
  }

  /** A body and where it is sent to. */
  record Event(String address, JsonObject body) {}

  /** The message of that name. */
  Event event(String message) {
    List<RoadTables.Row> values = rows("values", message);
    if (!values.isEmpty()) {
      return new Event(Feed.ADDRESS, timeSeries(values));
    }
    List<RoadTables.Row> readings = rows("readings", message);
    if (!readings.isEmpty()) {
      return new Event(Documents.READINGS, readings(readings));
    }
    List<RoadTables.Row> quantities = rows("quantities", message);
    if (!quantities.isEmpty()) {
      return new Event(Documents.QUANTITIES, quantities(quantities));
    }
    RoadTables.Row cancellation = rows("cancellations", message).getFirst();
    return new Event(
        Documents.CANCELLED,
        head(cancellation, "13006").put("cancelledDocument", cancellation.get("number")));
  }

  private List<RoadTables.Row> rows(String kind, String message) {
    return tables.rows("given/" + kind + ".csv", "message", message);
  }

  private JsonObject timeSeries(List<RoadTables.Row> rows) {
    JsonArray series = new JsonArray();
    tables
        .by("direction", rows)
        .forEach((direction, blocks) ->
            series.add(
                new JsonObject()
                    .put("obis", direction.equals(Api.CONSUMPTION) ? "1-1:1.29.0" : "1-1:2.29.0")
                    .put("direction", direction)
                    .put(
                        "blocks",
                        new JsonArray(blocks.stream().map(RoadMessages::block).toList()))));
    return head(rows.getFirst(), "13025")
        .put("accountingPoint", names.id(rows.getFirst().get("point")))
        .put("series", series);
  }

  private static JsonObject block(RoadTables.Row row) {
    List<Long> energies =
        Arrays.stream(row.get("kwh").split(" ", -1)).map(RoadMessages::milliWattHours).toList();
    if (row.has("count")) {
      energies = Collections.nCopies(row.number("count", 0), energies.getFirst());
    }
    JsonObject block =
        new JsonObject()
            .put("start", row.get("start"))
            .put("resolution", "PT15M")
            .put(ENERGY_FORM, new JsonArray(energies))
            .put(
                "qualities",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("quality", row.get("quality", "MEASURED"))
                            .put("count", energies.size())));
    if (row.has("status")) {
      JsonObject status = new JsonObject().put("index", 0).put("count", energies.size());
      for (String said : row.get("status").split(" ", -1)) {
        status.put(said.substring(0, said.indexOf('=')), said.substring(said.indexOf('=') + 1));
      }
      block.put("statuses", new JsonArray().add(status));
    }
    return block;
  }

  static long milliWattHours(String kwh) {
    return new BigDecimal(kwh).movePointRight(6).longValueExact();
  }

  private JsonObject readings(List<RoadTables.Row> rows) {
    JsonArray registers = new JsonArray();
    tables
        .by("obis", rows)
        .forEach((obis, ofRegister) -> {
          JsonArray readings = new JsonArray();
          ofRegister.forEach(row -> addReadings(row, readings));
          registers.add(new JsonObject().put("obis", obis).put("readings", readings));
        });
    JsonObject body = head(rows.getFirst(), "13017").put("object", object(rows.getFirst()));
    if (rows.getFirst().has("device")) {
      body.put("deviceNumber", rows.getFirst().get("device"));
    }
    return body.put("registers", registers);
  }

  /** One reading, or as many as the row counts, each a quarter-hour and a step after the other. */
  private static void addReadings(RoadTables.Row row, JsonArray readings) {
    Instant at = Instant.parse(row.get("at"));
    BigDecimal step = new BigDecimal(row.get("step_kwh", "0"));
    for (int i = 0; i < row.number("count", 1); i++) {
      BigDecimal value = new BigDecimal(row.get("kwh")).add(step.multiply(BigDecimal.valueOf(i)));
      JsonObject reading =
          new JsonObject()
              .put("value", value.toPlainString())
              .put("quality", row.get("quality", "MEASURED"))
              .put("at", at.plusSeconds(900L * i).toString());
      if (row.has("changed_at")) {
        reading.put("changedAt", row.get("changed_at"));
      }
      readings.add(reading);
    }
  }

  private JsonObject quantities(List<RoadTables.Row> rows) {
    JsonArray quantities = new JsonArray();
    for (RoadTables.Row row : rows) {
      JsonObject quantity =
          new JsonObject()
              .put("value", row.get("kwh"))
              .put("quality", row.get("quality", "MEASURED"));
      for (String name : List.of("start", "end", "month", "day")) {
        if (row.has(name)) {
          quantity.put(name, row.get(name));
        }
      }
      quantities.add(quantity);
    }
    return head(rows.getFirst(), "13019")
        .put("object", object(rows.getFirst()))
        .put("purpose", "METERED")
        .put(
            "registers",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("obis", rows.getFirst().get("obis"))
                        .put("quantities", quantities)));
  }

  private JsonObject object(RoadTables.Row row) {
    String name = row.get("object");
    String kind = name.startsWith("melo-") ? "METERING_POINT" : "MARKET_LOCATION";
    return new JsonObject().put("kind", kind).put("id", names.id(name));
  }

  private static JsonObject head(RoadTables.Row row, String checkIdentifier) {
    String message = row.get("message");
    Map<String, Object> interchange =
        Map.of(
            "sender",
            row.get("sender", Documents.SENDER),
            "recipient",
            "9900000000029",
            "reference",
            message);
    Map<String, Object> described =
        Map.of(
            "reference",
            message,
            "documentNumber",
            checkIdentifier.equals("13006") ? message : row.get("number", message),
            "messageTime",
            row.get("time"),
            "checkIdentifier",
            checkIdentifier,
            "version",
            "2.5");
    return new JsonObject()
        .put("interchange", new JsonObject(interchange))
        .put("message", new JsonObject(described))
        .put("receivedAt", row.get("received", row.get("time")));
  }
}

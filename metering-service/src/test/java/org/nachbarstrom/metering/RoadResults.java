package org.nachbarstrom.metering;

import static java.util.Map.entry;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the service says afterwards, as rows of {@code then}. */
final class RoadResults {
  private static final String FROM = "2026-01-01T00:00:00Z";
  private static final String UNIT = "MilliWattHours";
  private static final String TO = "2027-01-01T00:00:00Z";

  private final Road road;
  private final RoadTables tables;
  private final RoadNames names;
  private final RoadSteps steps;

  RoadResults(Road road, RoadTables tables, RoadNames names, RoadSteps steps) {
    this.road = road;
    this.tables = tables;
    this.names = names;
    this.steps = steps;
  }

  /** All values of the series and moments that the file names, in runs of equal ones. */
  List<Map<String, String>> series(String file) {
    return tables.rows(file).stream()
        .map(row -> List.of(row.get("moment"), row.get("point"), row.get("direction")))
        .distinct()
        .flatMap(series -> runs(series.get(0), series.get(1), series.get(2)).stream())
        .toList();
  }

  private List<Map<String, String>> runs(String moment, String point, String direction) {
    List<Map<String, String>> runs = new ArrayList<>();
    Instant end = Instant.MIN;
    for (JsonObject value : values(moment, point, direction)) {
      Map<String, String> run = run(value);
      run.putAll(Map.of("moment", moment, "point", point, "direction", direction));
      Instant start = Instant.parse(value.getString("start"));
      if (start.equals(end) && sameBut(runs.getLast(), run)) {
        runs.getLast().compute("count", (key, count) -> Integer.parseInt(count) + 1 + "");
      } else {
        runs.add(run);
      }
      end = start.plusSeconds(900);
    }
    if (runs.isEmpty()) {
      runs.add(
          Map.ofEntries(
              entry("moment", moment),
              entry("point", point),
              entry("direction", direction),
              entry("start", ""),
              entry("count", "0"),
              entry("kwh", ""),
              entry("quality", ""),
              entry("status", "")));
    }
    return runs;
  }

  private List<JsonObject> values(String moment, String point, String direction) {
    String path = "/v1/accounting-points/" + names.id(point) + "/series";
    String asKnownAt = steps.at(moment).asKnownAt();
    Map<String, String> query = Map.of("from", FROM, "to", TO, "asKnownAt", asKnownAt);
    return objects(road.get(path, query).getJsonArray("series"))
        .filter(series -> series.getString("direction").equals(direction))
        .flatMap(series -> objects(series.getJsonArray("values")))
        .toList();
  }

  private static Map<String, String> run(JsonObject value) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("start", value.getString("start"));
    run.put("count", "1");
    run.put("kwh", kwh(value.getLong("quantityMilliWattHours")));
    run.put("quality", value.getString("quality"));
    JsonObject status = value.getJsonObject("status", new JsonObject());
    run.put(
        "status",
        String.join(
            " ", status.stream().map(said -> said.getKey() + "=" + said.getValue()).toList()));
    return run;
  }

  private static boolean sameBut(Map<String, String> one, Map<String, String> other) {
    return Stream.of("kwh", "quality", "status")
        .allMatch(column -> Objects.equals(one.get(column), other.get(column)));
  }

  /** Versions of closings as announced. */
  List<Map<String, String>> versions(List<JsonObject> periodClosed) {
    return periodClosed.stream()
        .map(event -> {
          Map<String, String> row = head(event);
          row.put("stage", event.getString("stage"));
          row.put("provisional", event.getBoolean("provisional").toString());
          row.put("members", event.getInteger("members").toString());
          JsonObject totals = event.getJsonObject("controlTotals");
          for (String name :
              List.of("consumption", "allocated", "residual", "generation", "surplus")) {
            row.put(name + "_kwh", kwh(totals.getLong(name + "MilliWattHours")));
          }
          return row;
        })
        .toList();
  }

  /** Days of members as announced. */
  List<Map<String, String>> days(List<JsonObject> memberEnergies) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonObject event : memberEnergies) {
      boolean consumes = event.getString("direction").equals(Api.CONSUMPTION);
      for (JsonObject day : objects(event.getJsonArray("days")).toList()) {
        Map<String, String> row = head(event);
        row.put("point", names.name(event.getString("accountingPoint")));
        row.put("provisional", event.getBoolean("provisional").toString());
        row.put("day", day.getString("day"));
        row.put("metered_kwh", quantity(day, consumes ? "consumption" : "generation"));
        row.put("shared_kwh", quantity(day, consumes ? "allocated" : "shared"));
        row.put("rest_kwh", quantity(day, consumes ? "residual" : "surplus"));
        row.put("percent", day.getInteger("participationPercent", 100).toString());
        row.put("leading", day.getBoolean("leading", true).toString());
        rows.add(row);
      }
    }
    return rows;
  }

  /** Who got how much of whom as announced. */
  List<Map<String, String>> exchange(List<JsonObject> memberEnergies) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonObject event : memberEnergies) {
      for (JsonObject supplier : objects(event.getJsonArray("suppliers")).toList()) {
        for (JsonObject day : objects(supplier.getJsonArray("days")).toList()) {
          Map<String, String> row = head(event);
          row.put("consumer", names.name(event.getString("accountingPoint")));
          row.put("producer", names.name(supplier.getString("accountingPoint")));
          row.put("day", day.getString("day"));
          row.put("kwh", kwh(day.getLong("quantityMilliWattHours")));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Map<String, String> head(JsonObject event) {
    JsonObject closing = event.getJsonObject("closing");
    Map<String, String> row = new LinkedHashMap<>();
    row.put("community", closing.getString("community"));
    row.put("from", closing.getString("from"));
    row.put("to", closing.getString("to"));
    row.put("version", closing.getInteger("version").toString());
    return row;
  }

  /** States of closings at the moments, one row per reason to wait, or one without a reason. */
  List<Map<String, String>> states() {
    List<Map<String, String>> rows = new ArrayList<>();
    steps
        .moments()
        .forEach((moment, then) ->
            then.closings().forEach((name, closing) -> rows.addAll(states(moment, closing))));
    return rows;
  }

  private List<Map<String, String>> states(String moment, JsonObject closing) {
    List<JsonObject> reasons = objects(closing.getJsonArray("waitingFor")).toList();
    return (reasons.isEmpty() ? List.of(new JsonObject()) : reasons)
        .stream()
            .map(reason -> {
              Map<String, String> row = new LinkedHashMap<>();
              row.put("moment", moment);
              for (String name : List.of("community", "from", "to", "state", "stage", "version")) {
                row.put(name, String.valueOf(closing.getValue(name)));
              }
              row.put("waits_for", reason.getString("code", ""));
              row.put("point", names.name(reason.getString("accountingPoint", "")));
              row.put("start", reason.getString("start", ""));
              row.put("end", reason.getString("end", ""));
              row.put("missing", Objects.toString(reason.getInteger("missing"), ""));
              JsonObject held = closing.getJsonObject("held");
              row.put(
                  "held_allocated_kwh",
                  held == null ? "" : quantity(held.getJsonObject("controlTotals"), "allocated"));
              return row;
            })
            .toList();
  }

  /** Completeness of the communities and periods that the file names. */
  List<Map<String, String>> completeness(String file) {
    return tables.rows(file).stream()
        .map(row ->
            Map.of("community", row.get("community"), "from", row.get("from"), "to", row.get("to")))
        .distinct()
        .flatMap(query ->
            objects(road.get("/v1/completeness", query).getJsonArray("members"))
                .map(member -> {
                  Map<String, String> row = flat(member);
                  row.putAll(query);
                  return row;
                }))
        .toList();
  }

  /** Findings of the checks. */
  List<Map<String, String>> findings() {
    return steps.findings().stream().map(this::flat).toList();
  }

  /** Substitutions of the points that the file names. */
  List<Map<String, String>> substitutions(String file) {
    return tables.rows(file).stream()
        .map(row -> row.get("point"))
        .distinct()
        .flatMap(point ->
            objects(
                road.get("/v1/substitutions", Map.of("accountingPoint", names.id(point)))
                    .getJsonArray("items")))
        .map(this::flat)
        .toList();
  }

  /** Members by their name; energies in kWh, lists parted by blanks. */
  private Map<String, String> flat(JsonObject object) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("observed_kwh", "");
    row.put("expected_kwh", "");
    object.forEach(member -> {
      String name = member.getKey();
      boolean energy = name.endsWith(UNIT);
      Function<Object, String> text = energy ? RoadResults::kwh : Object::toString;
      row.put(
          energy ? name.substring(0, name.length() - UNIT.length()) + "_kwh" : name,
          member.getValue() instanceof JsonArray list
              ? String.join(" ", list.stream().map(text).toList())
              : text.apply(member.getValue()));
    });
    row.put("quantities", row.getOrDefault("quantities_kwh", ""));
    if (object.containsKey("accountingPoint")) {
      row.put("point", names.name(object.getString("accountingPoint")));
    }
    return row;
  }

  private static String quantity(JsonObject object, String name) {
    return kwh(object.getLong(name + UNIT));
  }

  private static String kwh(Object milliWattHours) {
    return BigDecimal.valueOf(((Number) milliWattHours).longValue(), 6)
        .stripTrailingZeros()
        .toPlainString();
  }

  static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}

package org.nachbarstrom.metering;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Does the rows of {@code given/steps.csv} one after the other. */
final class RoadSteps {
  /** Name of the moment after the last step. */
  static final String END = "end";

  private final Road road;
  private final RoadTables tables;
  private final RoadNames names;
  private final RoadMessages messages;
  private final Map<String, String> closings = new LinkedHashMap<>();
  private final Map<String, Moment> moments = new LinkedHashMap<>();
  private final List<JsonObject> findings = new ArrayList<>();

  RoadSteps(Road road, RoadTables tables, RoadNames names) {
    this.road = road;
    this.tables = tables;
    this.names = names;
    messages = new RoadMessages(tables, names);
  }

  /**
   * What was there when everything before had been done.
   *
   * @param asKnownAt snapshot instant
   * @param closings answers by community and period
   */
  record Moment(String asKnownAt, Map<String, JsonObject> closings) {}

  void run() {
    tables.rows("given/points.csv").forEach(row -> names.add(row.get("point")));
    for (RoadTables.Row row : tables.rows("given/steps.csv")) {
      step(row.get("step"), row.get("what").split(" ", -1));
    }
    moment(END);
  }

  Map<String, Moment> moments() {
    return moments;
  }

  /** What was there at a moment. */
  Moment at(String name) {
    return Objects.requireNonNull(moments.get(name), name);
  }

  /** Findings of the checks, in their order. */
  List<JsonObject> findings() {
    return findings;
  }

  private void step(String step, String[] what) {
    switch (step) {
      case "declare" -> declare(what[0]);
      case "send" -> List.of(what).forEach(message -> road.send(messages.event(message)));
      case "close" -> close(what);
      case "approve" -> approve(what[0]);
      case "propose" -> propose(what);
      case "confirm" -> decide(what[0], "confirmation");
      case "reject" -> decide(what[0], "rejection");
      case "derive" ->
          road.post("/v1/readings/interval-energies", series("object", what[0], what[1], what[2]));
      case "check" -> check(what);
      case "moment" -> moment(what[0]);
      default -> throw new IllegalStateException("no such step: " + step);
    }
  }

  private void declare(String revision) {
    for (RoadTables.Row row : tables.rows("given/points.csv", "at", revision)) {
      road.put(
          "/v1/accounting-points/" + names.id(row.get("point")),
          put(
              new JsonObject(),
              row,
              Map.of("direction", "direction", "from", "validFrom", "to", "validTo")));
    }
    for (RoadTables.Row row : tables.rows("given/metering.csv", "at", revision)) {
      metering(row);
    }
    for (RoadTables.Row row : tables.rows("given/communities.csv", "at", revision)) {
      community(revision, row);
    }
  }

  private void metering(RoadTables.Row row) {
    JsonObject body = put(new JsonObject(), row, Map.of("from", "from"));
    if (row.has("metering_point")) {
      body.put("meteringPoint", names.id(row.get("metering_point")));
    }
    putNumber(body, row, "factor", "transformerFactor");
    putNumber(body, row, "digits", "registerDigits");
    putNumber(body, row, "capacity_watts", "connectionCapacityWatts");
    road.put("/v1/accounting-points/" + names.id(row.get("point")) + "/metering", body);
  }

  private void community(String revision, RoadTables.Row row) {
    String community = row.get("community");
    JsonArray keys = new JsonArray();
    for (RoadTables.Row key : of("keys", revision, community)) {
      JsonObject body =
          put(new JsonObject(), key, Map.of("from", "from", "to", "to", "method", "method"));
      if (key.has("groups")) {
        body.put("groups", new JsonArray(List.of(key.get("groups").split(" ", -1))));
      }
      keys.add(body);
    }
    JsonArray members = new JsonArray();
    of("members", revision, community).forEach(member -> members.add(member(member)));
    road.put(
        "/v1/communities/" + community,
        new JsonObject()
            .put("name", community)
            .put("zone", row.get("zone", "Europe/Berlin"))
            .put("holdCorrections", row.get("hold").equals("true"))
            .put("keys", keys)
            .put("members", members));
  }

  private List<RoadTables.Row> of(String kind, String revision, String community) {
    return tables.rows("given/" + kind + ".csv", "at", revision).stream()
        .filter(row -> row.get("community").equals(community))
        .toList();
  }

  private JsonObject member(RoadTables.Row row) {
    JsonObject body =
        put(
            new JsonObject().put("accountingPoint", names.id(row.get("point"))),
            row,
            Map.of("direction", "direction", "from", "from", "to", "to"));
    put(body, row, Map.of("share_percent", "sharePercent"));
    putNumber(body, row, "group", "group");
    putNumber(body, row, "participation_percent", "participationPercent");
    return body;
  }

  private static JsonObject put(JsonObject body, RoadTables.Row row, Map<String, String> members) {
    members.forEach((column, member) -> {
      if (row.has(column)) {
        body.put(member, row.get(column));
      }
    });
    return body;
  }

  private static void putNumber(JsonObject body, RoadTables.Row row, String column, String member) {
    if (row.has(column)) {
      body.put(member, Long.valueOf(row.get(column)));
    }
  }

  private void close(String[] what) {
    JsonObject closing =
        road.post(
            "/v1/closings",
            new JsonObject().put("community", what[0]).put("from", what[1]).put("to", what[2]));
    closings.putIfAbsent(String.join(" ", what), closing.getString("id"));
  }

  /** Approves what is held of the community's closings. */
  private void approve(String community) {
    road.awaitQuiet();
    closings.forEach((name, id) -> {
      JsonObject held = road.get("/v1/closings/" + id, Map.of()).getJsonObject("held");
      if (name.startsWith(community + " ") && held != null) {
        road.post(
            "/v1/closings/" + id + "/approval",
            new JsonObject().put("inputsSha256", held.getString("inputsSha256")));
      }
    });
  }

  private JsonObject series(String member, String point, String from, String to) {
    return new JsonObject().put(member, names.id(point)).put("from", from).put("to", to);
  }

  private void propose(String[] what) {
    road.post(
        "/v1/substitutions",
        series("accountingPoint", what[0], what[2], what[3])
            .put("direction", what[1])
            .put("reason", what[4]));
  }

  private void decide(String point, String decision) {
    road.get("/v1/substitutions", Map.of("accountingPoint", names.id(point), "state", "PROPOSED"))
        .getJsonArray("items")
        .forEach(item ->
            road.post(
                "/v1/substitutions/" + ((JsonObject) item).getString("id") + "/" + decision,
                new JsonObject()));
  }

  private void check(String[] what) {
    JsonObject body =
        series("accountingPoint", what[0], what[2], what[3]).put("direction", what[1]);
    road.post("/v1/plausibility-checks", body)
        .getJsonArray("findings")
        .forEach(finding -> findings.add(((JsonObject) finding).copy().put("point", what[0])));
  }

  private void moment(String name) {
    road.awaitQuiet();
    Map<String, JsonObject> answers = new LinkedHashMap<>();
    closings.forEach(
        (closing, id) -> answers.put(closing, road.get("/v1/closings/" + id, Map.of())));
    moments.put(name, new Moment(snapshot(), answers));
  }

  private String snapshot() {
    return road.get(
            "/v1/accounting-points/" + Feed.point(1) + "/series",
            Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-01-01T00:15:00Z"))
        .getString("asKnownAt");
  }
}

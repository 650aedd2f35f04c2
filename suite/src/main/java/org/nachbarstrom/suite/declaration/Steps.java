package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;

/** Turns a checked declaration into the resources of the services' APIs. */
final class Steps {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode root;
  private final List<Step> steps = new ArrayList<>();

  private Steps(JsonNode root) {
    this.root = root;
  }

  static List<Step> of(JsonNode root) {
    Steps steps = new Steps(root);
    steps.parties();
    steps.partners();
    steps.tariffs();
    steps.accountingPoints();
    steps.metering();
    steps.assignments("payer", "party", Stage.SETTLEMENT, "/v1/payers/");
    steps.assignments("contract", "tariff", Stage.PRICING, "/v1/contracts/");
    steps.communities();
    steps.subscriptions();
    return steps.steps;
  }

  private void parties() {
    root.path("parties")
        .properties()
        .forEach(entry -> {
          ObjectNode body = JSON.objectNode();
          copy(entry.getValue(), body, "name", "email");
          add("party", entry.getKey(), Stage.SETTLEMENT, "/v1/parties/", body);
        });
  }

  private void partners() {
    root.path("partners")
        .properties()
        .forEach(entry ->
            add(
                "partner",
                entry.getKey(),
                Stage.EDIFACT,
                "/v1/partners/",
                MarketBodies.partner(entry.getKey(), entry.getValue())));
  }

  private void metering() {
    root.path("metering")
        .properties()
        .forEach(entry ->
            steps.add(
                new Step(
                    "metering",
                    entry.getKey(),
                    Stage.METERING,
                    "/v1/accounting-points/" + RestApi.encode(entry.getKey()) + "/metering",
                    MarketBodies.metering(entry.getValue()))));
  }

  private void subscriptions() {
    root.path("subscriptions")
        .properties()
        .forEach(entry ->
            add(
                "subscription",
                entry.getKey(),
                Stage.EDIFACT,
                "/v1/subscriptions/",
                MarketBodies.subscription(entry.getValue())));
  }

  private void tariffs() {
    root.path("tariffs")
        .properties()
        .forEach(entry -> {
          ObjectNode body = JSON.objectNode();
          copy(entry.getValue(), body, "name");
          ArrayNode components = body.putArray("components");
          for (JsonNode declared : entry.getValue().path("components")) {
            ObjectNode component = components.addObject();
            copy(declared, component, "kind");
            component.put("price", decimal(declared.path("price")));
            component.put(
                "vatPercent",
                declared.has("vatPercent") ? decimal(declared.path("vatPercent")) : "0");
            copy(declared, component, "from", "to");
          }
          add("tariff", entry.getKey(), Stage.PRICING, "/v1/tariffs/", body);
        });
  }

  private void accountingPoints() {
    Map<String, String> directions = new TreeMap<>();
    members()
        .forEach(member ->
            directions.put(
                member.path("accountingPoint").asText(), member.path("direction").asText()));
    directions.forEach((point, direction) ->
        add(
            "accounting point",
            point,
            Stage.METERING,
            "/v1/accounting-points/",
            JSON.objectNode().put("direction", direction)));
  }

  /** Who pays, or by which tariff, from all memberships of a point together. */
  private void assignments(String kind, String field, Stage stage, String path) {
    Map<String, ArrayNode> byPoint = new TreeMap<>();
    for (JsonNode member : members()) {
      if (member.has(field)) {
        ArrayNode target =
            byPoint.computeIfAbsent(
                member.path("accountingPoint").asText(), point -> JSON.arrayNode());
        target.addAll(assignments(member, field));
      }
    }
    byPoint.forEach((point, assignments) -> {
      ObjectNode body = JSON.objectNode();
      body.set("assignments", assignments);
      add(kind, point, stage, path, body);
    });
  }

  /** The dated assignments of one membership; one without dates lasts as long as it. */
  static List<ObjectNode> assignments(JsonNode member, String field) {
    JsonNode declared = member.path(field);
    List<ObjectNode> assignments = new ArrayList<>();
    if (declared.isTextual()) {
      ObjectNode assignment = JSON.objectNode().put(field, declared.asText());
      copy(member, assignment, "from", "to");
      assignments.add(assignment);
    }
    if (declared.isArray()) {
      for (JsonNode element : declared) {
        ObjectNode assignment = JSON.objectNode();
        copy(element, assignment, field, "from", "to");
        assignments.add(assignment);
      }
    }
    return assignments;
  }

  private void communities() {
    root.path("communities")
        .properties()
        .forEach(entry -> {
          JsonNode declared = entry.getValue();
          ObjectNode body = JSON.objectNode();
          copy(declared, body, "name");
          body.put("zone", Preset.zone(declared));
          body.put("holdCorrections", declared.path("holdCorrections").asBoolean(false));
          ArrayNode keys = body.putArray("keys");
          for (JsonNode key : declared.path("keys")) {
            ObjectNode target = keys.addObject();
            copy(key, target, "from", "to", "groups");
            target.put("method", Preset.method(key));
          }
          ArrayNode members = body.putArray("members");
          for (JsonNode member : declared.path("members")) {
            ObjectNode target = members.addObject();
            copy(member, target, "accountingPoint", "direction", "from", "to");
            copy(member, target, "group", "participationPercent");
            if (member.has("sharePercent")) {
              target.put("sharePercent", decimal(member.path("sharePercent")));
            }
          }
          add("community", entry.getKey(), Stage.METERING, "/v1/communities/", body);
        });
  }

  private List<JsonNode> members() {
    List<JsonNode> members = new ArrayList<>();
    for (JsonNode community : root.path("communities")) {
      community.path("members").forEach(members::add);
    }
    return members;
  }

  private void add(String kind, String id, Stage stage, String path, ObjectNode body) {
    steps.add(new Step(kind, id, stage, path + RestApi.encode(id), body));
  }

  static void copy(JsonNode source, ObjectNode target, String... fields) {
    for (String field : fields) {
      if (source.has(field)) {
        target.set(field, source.path(field));
      }
    }
  }

  static String decimal(JsonNode value) {
    return value.isTextual() ? value.asText() : value.decimalValue().toPlainString();
  }
}

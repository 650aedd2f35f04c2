package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/**
 * Representations of partners, subscriptions and metering. They say everything, also what is left
 * out in the file, so that what is declared no longer is taken back.
 */
final class MarketBodies {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String GAS = "98";

  private MarketBodies() {}

  static ObjectNode partner(String code, JsonNode declared) {
    ObjectNode body = JSON.objectNode();
    Steps.copy(declared, body, "name");
    body.put("own", declared.path("own").asBoolean(false));
    ObjectNode contact = body.putObject("contact");
    for (String field : new String[] {"name", "email", "phone"}) {
      contact.put(field, declared.path("contact").path(field).asText(""));
    }
    ArrayNode roles = body.putArray("roles");
    for (JsonNode role : declared.path("roles")) {
      Steps.copy(role, roles.addObject(), "role", "from", "to");
    }
    body.set("rules", rules(code, declared.path("rules")));
    body.put("channel", declared.path("channel").asText("PULL"));
    return body;
  }

  /** What the file leaves out is as the market has it: in gas every interchange gets a CONTRL. */
  private static ObjectNode rules(String code, JsonNode declared) {
    ObjectNode rules = JSON.objectNode();
    if (declared.has("messageVersion")) {
      rules.put("messageVersion", Steps.decimal(declared.path("messageVersion")));
    } else {
      rules.putNull("messageVersion");
    }
    rules.put("lenient", declared.path("lenient").asBoolean(false));
    boolean gas = code.startsWith(GAS);
    rules.put("contrl", declared.path("contrl").asText(gas ? "ALWAYS" : "ON_ERROR"));
    rules.put("acceptTest", declared.path("acceptTest").asBoolean(false));
    return rules;
  }

  static ObjectNode metering(JsonNode declared) {
    ObjectNode body = JSON.objectNode();
    body.put("transformerFactor", declared.path("transformerFactor").asInt(1));
    copyOrNull(declared, body, "meteringPoint", "registerDigits", "connectionCapacityWatts");
    copyOrNull(declared, body, "from", "checkPoint");
    return body;
  }

  static ObjectNode subscription(JsonNode declared) {
    ObjectNode body = JSON.objectNode();
    Steps.copy(declared, body, "partner", "sender", "quantity", "from", "to");
    copyOrNull(declared, body, "community", "register", "object");
    TreeSet<String> points = new TreeSet<>();
    declared.path("accountingPoints").forEach(point -> points.add(point.asText()));
    ArrayNode sorted = body.putArray("accountingPoints");
    points.forEach(sorted::add);
    return body;
  }

  private static void copyOrNull(JsonNode source, ObjectNode target, String... fields) {
    for (String field : fields) {
      if (source.has(field)) {
        target.set(field, source.path(field));
      } else {
        target.putNull(field);
      }
    }
  }
}

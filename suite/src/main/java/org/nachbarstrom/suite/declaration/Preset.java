package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The key method and zone that suit a kind of community, so that nobody has to know them. */
final class Preset {

  private static final String DEFAULT_ZONE = "Europe/Berlin";
  private static final String AUSTRIA = "AUSTRIA_";
  private static final String AUSTRIAN_ZONE = "Europe/Vienna";

  private static final Map<String, String> METHODS =
      Map.of(
          "BUILDING", "EQUAL",
          "BUILDING_AGREED", "STATIC_OF_USABLE",
          "COMMUNITY", "PROPORTIONAL",
          "AUSTRIA_STATIC", "STATIC",
          "AUSTRIA_DYNAMIC", "PROPORTIONAL");

  private Preset() {}

  /** The method of a declared key, said directly or by a preset. */
  static String method(JsonNode key) {
    return key.has("method")
        ? key.path("method").asText()
        : METHODS.getOrDefault(key.path("preset").asText(), "");
  }

  /** The zone of a declared community. */
  static String zone(JsonNode community) {
    boolean austrian = false;
    for (JsonNode key : community.path("keys")) {
      austrian |= key.path("preset").asText().startsWith(AUSTRIA);
    }
    return community.path("zone").asText(austrian ? AUSTRIAN_ZONE : DEFAULT_ZONE);
  }
}

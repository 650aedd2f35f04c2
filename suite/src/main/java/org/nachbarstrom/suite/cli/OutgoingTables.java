package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What we send to partners as tables. */
final class OutgoingTables {

  private OutgoingTables() {}

  /** One row per interchange. */
  static TextTable all(List<JsonNode> interchanges) {
    TextTable table = new TextTable("file", ">messages", "state", "channel", "finding");
    for (JsonNode interchange : interchanges) {
      table.row(
          interchange.path("fileName").asText(),
          interchange.path("messageCount").asInt(),
          interchange.path("state").asText().toLowerCase(Locale.ROOT),
          interchange.path("channel").asText(),
          interchange.path("findings").path(0).asText(""));
    }
    return table;
  }

  /** How much of which type waits for whom. */
  static TextTable waiting(List<JsonNode> interchanges) {
    Map<String, int[]> sums = new TreeMap<>();
    for (JsonNode interchange : interchanges) {
      if (interchange.path("state").asText().equals("PENDING")) {
        String key =
            interchange.path("recipient").asText() + " " + interchange.path("type").asText();
        int[] sum = sums.computeIfAbsent(key, k -> new int[2]);
        sum[0]++;
        sum[1] += interchange.path("messageCount").asInt();
      }
    }
    TextTable table = new TextTable("partner", "type", ">interchanges", ">messages");
    sums.forEach((key, sum) -> {
      String[] parts = key.split(" ", 2);
      table.row(parts[0], parts[1], sum[0], sum[1]);
    });
    return table;
  }
}

package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is there and what is missing as tables. */
final class CompletenessTables {
  private static final List<String> COUNTS =
      List.of("expected", "present", "provisional", "missing", "surplus");

  private CompletenessTables() {}

  /** One row per series. */
  static TextTable sums(JsonNode series) {
    TextTable table = table("point", "direction");
    series.forEach(one -> table.row(cells(one, point(one), direction(one))));
    return table;
  }

  /** One row per series and day. */
  static TextTable days(JsonNode series) {
    TextTable table = table("point", "direction", "day");
    series.forEach(one ->
        one.path("days")
            .forEach(day ->
                table.row(cells(day, point(one), direction(one), day.path("day").asText()))));
    return table;
  }

  private static TextTable table(String... first) {
    List<String> heads = new ArrayList<>(Arrays.asList(first));
    COUNTS.forEach(count -> heads.add(">" + count));
    heads.addAll(List.of("missing since", ">asked", "asked last"));
    return new TextTable(heads.toArray(String[]::new));
  }

  private static Object[] cells(JsonNode counted, String... first) {
    List<Object> cells = new ArrayList<>(Arrays.asList(first));
    COUNTS.forEach(count -> cells.add(counted.path("counts").path(count).asInt()));
    cells.add(counted.path("missingSince").asText(""));
    cells.add(counted.path("requests").path("count").asInt());
    cells.add(counted.path("requests").path("requestedAt").asText(""));
    return cells.toArray();
  }

  private static String point(JsonNode series) {
    return series.path("accountingPoint").asText();
  }

  private static String direction(JsonNode series) {
    return series.path("direction").asText().toLowerCase(Locale.ROOT);
  }
}

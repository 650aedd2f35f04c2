package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nachbarstrom.suite.road.UploadFiles.Uploaded;

/** Shows people what became of a file of meter values, or what it would change. */
final class UploadTables {

  private static final int REJECTIONS_SHOWN = 10;
  private static final int SERIES_SHOWN = 20;

  private UploadTables() {}

  static void print(Context context, Uploaded uploaded) {
    lines(uploaded).forEach(context.out()::println);
    context.out().flush();
  }

  /** What is shown of a file. */
  static List<String> lines(Uploaded uploaded) {
    List<String> lines = new ArrayList<>();
    String name = uploaded.file().getFileName().toString();
    JsonNode answer = uploaded.answer();
    if (uploaded.status() >= 300) {
      lines.add(name + ": refused, " + answer.path("detail").asText());
      answer.path("errors").forEach(error -> lines.add("  " + Figures.words(error)));
      return lines;
    }
    if (uploaded.waits()) {
      lines.add(name + ": " + preview(answer.path("preview")));
      mapping(lines, answer.path("preview"));
      lines.addAll(series(answer.path("preview").path("series")).lines());
      rejections(lines, answer);
      lines.add("Nothing is written yet; --confirm writes it.");
    } else {
      lines.add(name + ": " + written(uploaded.status(), answer));
      rejections(lines, answer);
    }
    return lines;
  }

  private static String preview(JsonNode preview) {
    return "%,d values, %,d new, %,d changing, %,d known already"
        .formatted(
            preview.path("values").asLong(),
            preview.path("added").asLong(),
            preview.path("changing").asLong(),
            preview.path("unchanged").asLong());
  }

  private static void mapping(List<String> lines, JsonNode preview) {
    if (preview.path("mappingProposed").asBoolean()) {
      lines.add("Mapping as guessed; correct it and hand it in with --mapping FILE:");
      lines.add(preview.path("mapping").toString());
    }
  }

  private static TextTable series(JsonNode series) {
    TextTable table =
        new TextTable(
            "accounting point",
            "direction",
            "declared",
            "from",
            "to",
            ">values",
            ">new",
            ">changing");
    int shown = 0;
    for (JsonNode one : series) {
      if (shown++ < SERIES_SHOWN) {
        table.row(
            one.path("accountingPoint").asText(),
            one.path("direction").asText(),
            one.path("declared").asBoolean() ? "yes" : "no",
            one.path("from").asText(),
            one.path("to").asText(),
            one.path("values").asLong(),
            one.path("added").asLong(),
            one.path("changing").asLong());
      }
    }
    return table;
  }

  private static String written(int status, JsonNode answer) {
    JsonNode values = answer.path("values");
    return "%s%s, %,d values taken, %,d known already, %,d outdated, %,d rejected, %,d readings"
        .formatted(
            answer.path("state").asText().toLowerCase(Locale.ROOT),
            status == 200 ? "" : " now",
            values.path("taken").asLong(),
            values.path("unchanged").asLong(),
            values.path("outdated").asLong(),
            values.path("rejected").asLong(),
            answer.path("readings").asLong());
  }

  private static void rejections(List<String> lines, JsonNode answer) {
    int count = 0;
    for (JsonNode rejection : answer.path("rejections")) {
      if (count++ < REJECTIONS_SHOWN) {
        lines.add(
            "  line %d %s %s: %s"
                .formatted(
                    rejection.path("line").asLong(),
                    rejection.path("pointer").asText(),
                    rejection.path("code").asText(),
                    rejection.path("detail").asText()));
      }
    }
    if (count > REJECTIONS_SHOWN) {
      lines.add("  and more; see --json and GET /v1/uploads/{id}/rejections");
    }
  }
}

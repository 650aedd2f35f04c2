package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.road.ImportFiles;
import org.nachbarstrom.suite.road.ImportFiles.Imported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings EDIFACT files in. */
@Command(
    name = "import",
    description = "Hand in EDIFACT interchanges; a file that was handed in before is left alone.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class ImportCommand extends Context.Reading implements Callable<Integer> {

  private static final int FINDINGS_SHOWN = 10;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The interchanges.")
  private List<Path> files = new ArrayList<>();

  private ImportCommand() {}

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new InputRefused(file + " cannot be read");
      }
    }
    ImportFiles importer = new ImportFiles(context().api());
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    boolean accepted = true;
    for (Path file : files) {
      Imported imported = importer.importFile(file);
      accepted &= imported.accepted();
      if (json()) {
        results.addObject().put("file", file.toString()).set("answer", imported.answer());
      } else {
        print(context(), imported);
      }
    }
    if (json()) {
      context().print(results);
    }
    return accepted ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** One line per file, and what is wrong with it. */
  static void print(Context context, Imported imported) {
    JsonNode answer = imported.answer();
    String name = imported.file().getFileName().toString();
    if (imported.status() == 409) {
      context.out().println(name + ": handed in before, nothing done");
    } else if (imported.status() == 422) {
      context.out().println(name + ": refused, " + answer.path("detail").asText("unreadable"));
      errors(context, answer.path("errors"));
    } else {
      messages(context, name, answer);
    }
    context.out().flush();
  }

  private static void messages(Context context, String name, JsonNode answer) {
    context
        .out()
        .println(
            "%s: %d of %d messages accepted, %,d values"
                .formatted(
                    name,
                    answer.path("acceptedCount").asInt(),
                    answer.path("messageCount").asInt(),
                    answer.path("valueCount").asLong()));
    List<String> lines = new ArrayList<>();
    for (JsonNode message : answer.path("messages")) {
      for (JsonNode finding : message.path("findings")) {
        lines.add("  message " + message.path("reference").asText() + ": " + words(finding));
      }
    }
    lines.stream().limit(FINDINGS_SHOWN).forEach(context.out()::println);
    if (lines.size() > FINDINGS_SHOWN) {
      context.out().println("  and " + (lines.size() - FINDINGS_SHOWN) + " more; see --json");
    }
  }

  private static String words(JsonNode finding) {
    return "%s %s segment %s: %s"
        .formatted(
            finding.path("code").asText(),
            finding.path("tag").asText(),
            finding.path("segment").asText("-"),
            finding.path("text").asText());
  }

  private static void errors(Context context, JsonNode errors) {
    int shown = 0;
    for (JsonNode error : errors) {
      if (shown++ < FINDINGS_SHOWN) {
        context.out().println("  " + Figures.words(error));
      }
    }
  }
}

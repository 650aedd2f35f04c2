package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.road.UploadFiles;
import org.nachbarstrom.suite.road.UploadFiles.Uploaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings meter values in that are no EDIFACT. */
@Command(
    name = "upload",
    description = {
      "Hand in meter values: lines of JSON (.ndjson, .jsonl, packed with .gz), CSV or XLSX.",
      "Lines are written at once. Of CSV and XLSX it is shown what they would change;"
          + " --confirm writes it."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class UploadCommand extends Context.Reading implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "How columns are understood, as JSON. Default: guessed from each file.")
  private @Nullable Path mapping;

  @Option(names = "--confirm", description = "Write what the preview shows.")
  private boolean confirm;

  @Option(
      names = "--accept-rejections",
      description = "Write the rest of a file although some rows are wrong.")
  private boolean acceptRejections;

  private UploadCommand() {}

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new InputRefused(file + " cannot be read");
      }
    }
    JsonNode said = readMapping(mapping);
    UploadFiles uploads = new UploadFiles(context().api());
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    boolean accepted = true;
    for (Path file : files) {
      Uploaded uploaded = upload(uploads, file, said);
      accepted &= uploaded.accepted() || (acceptRejections && uploaded.status() < 300);
      if (json()) {
        results.addObject().put("file", file.toString()).set("answer", uploaded.answer());
      } else {
        UploadTables.print(context(), uploaded);
      }
    }
    if (json()) {
      context().print(results);
    }
    return accepted ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private Uploaded upload(UploadFiles uploads, Path file, JsonNode said) {
    if (UploadFiles.isLines(file)) {
      return uploads.lines(file);
    }
    Uploaded previewed = uploads.preview(file, said);
    if (!confirm || !previewed.waits()) {
      return previewed;
    }
    if (!json()) {
      UploadTables.print(context(), previewed);
    }
    return uploads.confirm(previewed, acceptRejections);
  }

  /** The mapping of the command line, missing if there is none. */
  static JsonNode readMapping(@Nullable Path file) {
    if (file == null) {
      return MissingNode.getInstance();
    }
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new InputRefused(file + " is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InputRefused(file + " cannot be read", e);
    }
  }
}

package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.road.OutgoingInterchanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows and fetches what partners get. */
@Command(
    name = "outgoing",
    description = {
      "List the interchanges that partners get, the latest first.",
      "Fetching them confirms nothing; parked ones are never given out."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class OutgoingCommand extends Context.Reading implements Callable<Integer> {

  @Option(
      names = "--download",
      paramLabel = "DIR",
      description = "Also write them into this folder under their file names of the market.")
  private @Nullable Path folder;

  private OutgoingCommand() {}

  @Override
  public Integer call() {
    OutgoingInterchanges outgoing = new OutgoingInterchanges(context().api());
    List<JsonNode> interchanges = outgoing.list();
    if (json()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      context().print(all.addAll(interchanges));
    } else {
      context().print(OutgoingTables.all(interchanges));
    }
    if (folder != null) {
      List<Path> files = outgoing.download(interchanges, Folders.create(folder));
      context().progress(files.size() + " files written into " + folder);
    }
    return ExitCode.OK;
  }
}

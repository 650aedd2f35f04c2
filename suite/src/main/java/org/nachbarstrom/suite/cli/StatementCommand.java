package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a party pays and gets. */
@Command(
    name = "statement",
    description = "Show what a party pays and gets, line by line.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class StatementCommand extends Context.Reading implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "PARTY", description = "Id of the party.")
  private String party = "";

  @Option(names = "--from", paramLabel = "DATE", description = "First day. Default: all.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "First day after. Default: all.")
  private @Nullable LocalDate to;

  private StatementCommand() {}

  @Override
  public Integer call() {
    String query = (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
    JsonNode statement =
        context()
            .api()
            .get(
                Stage.SETTLEMENT,
                "/v1/statements/"
                    + RestApi.encode(party)
                    + (query.isEmpty() ? "" : "?" + query.substring(1)));
    if (json()) {
      context().print(statement);
    } else {
      StatementTables.print(context(), statement);
    }
    return ExitCode.OK;
  }
}

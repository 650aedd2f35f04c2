package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;
import picocli.CommandLine.Command;

/** Shows the ledger. */
@Command(
    name = "ledger",
    description = "Show the balances of all accounts and what the chain holds.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class LedgerCommand extends Context.Reading implements Callable<Integer> {

  private LedgerCommand() {}

  @Override
  public Integer call() {
    if (json()) {
      context().print(read(context().api()));
    } else {
      print(context(), read(context().api()));
    }
    return ExitCode.OK;
  }

  /** The ledger with all accounts, however many pages they are. */
  static ObjectNode read(RestApi api) {
    ObjectNode ledger = api.get(Stage.CLEARING, "/v1/ledger").deepCopy();
    ledger.putArray("items").addAll(api.list(Stage.CLEARING, "/v1/ledger"));
    ledger.remove("next");
    return ledger;
  }

  /** Accounts, then batches, contract and the last comparison of both. */
  static void print(Context context, JsonNode ledger) {
    context.print(BalanceTables.accounts(ledger.path("items")));
    context.out().println();
    for (String part : List.of("batches", "chain", "reconciliation")) {
      JsonNode facts = ledger.path(part);
      if (facts.isObject()) {
        context.out().printf("%-15s %s%n", part, Figures.words(facts));
      }
    }
    context.out().flush();
  }
}

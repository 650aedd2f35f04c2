package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.TokenClient;
import org.nachbarstrom.suite.declaration.Declaration;
import org.nachbarstrom.suite.example.ExampleCommunity;
import org.nachbarstrom.suite.example.ExampleDeclaration;
import org.nachbarstrom.suite.example.ExampleInterchange;
import org.nachbarstrom.suite.example.ExampleMember;
import org.nachbarstrom.suite.launch.Detached;
import org.nachbarstrom.suite.launch.LaunchException;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.road.ClosePeriod;
import org.nachbarstrom.suite.road.ImportFiles;
import org.nachbarstrom.suite.road.OutgoingInterchanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows everything once. */
@Command(
    name = "demo",
    description = {
      "Bring a month of an example community down the whole road.",
      "Starts everything on fresh data and stays up afterwards, to look around."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private static final Duration SUBSCRIBERS = Duration.ofSeconds(15);

  @Mixin private Context context = new Context();

  @Option(names = "--stop", description = "Stop everything at the end.")
  private boolean stop;

  private DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    long begin = System.nanoTime();
    Path data = context.demoData();
    Detached.stop(data);
    Folders.delete(data);
    title("Starting on fresh data in " + data);
    RunningState state =
        Detached.start(Main.class.getName(), data, OptionalInt.empty(), context::progress);
    try {
      return show(state, data, begin);
    } finally {
      if (stop) {
        Detached.stop(data);
        context.progress("Stopped.");
      }
    }
  }

  private int show(RunningState state, Path data, long begin) throws InterruptedException {
    ExampleCommunity community = ExampleCommunity.demo();
    ExampleFiles files = write(data, community);
    RestApi api =
        new RestApi(
            stage -> state.url(stage), new TokenClient(state, context.tenant(), "operator"));
    title("Declaring the community: apply -f " + files.declaration());
    ApplyCommand.apply(context, api, Declaration.parse(read(files.declaration())), false);
    title("Bringing in the month: import " + files.interchange());
    ImportCommand.print(context, new ImportFiles(api).importFile(files.interchange()));
    title(
        "Closing it: close %s --from %s --to %s"
            .formatted(community.id(), community.from(), community.to()));
    ClosePeriod.Outcome outcome =
        new ClosePeriod(api, context::progress, Duration.ofMinutes(2), Duration.ofSeconds(15))
            .close(community.id(), community.from(), community.to());
    if (!(outcome instanceof ClosePeriod.Outcome.Done done)) {
      return CloseCommand.print(context, outcome, false);
    }
    results(api, community, done);
    title("Look around");
    Addresses.print(state, context.out());
    hints(api, done);
    context.progress(
        "%nDone in %.0f s.%s"
            .formatted(
                (System.nanoTime() - begin) / 1e9,
                stop ? "" : " It stays up; stop it with: ./nachbarstrom down"));
    return ExitCode.OK;
  }

  private void results(RestApi api, ExampleCommunity community, ClosePeriod.Outcome.Done done)
      throws InterruptedException {
    title("Energy balance per member");
    context.print(BalanceTables.energy(done.closing()));
    title("Who supplied whom, kWh");
    context.print(BalanceTables.exchanges(done.closing()));
    title("What each pays and gets");
    TextTable table =
        new TextTable("party", "accounting point", ">charged EUR", ">credited EUR", "to pay");
    for (ExampleMember member : community.members()) {
      JsonNode totals =
          api.get(Stage.SETTLEMENT, "/v1/statements/" + member.party()).path("totals");
      table.row(
          member.name(),
          member.location(),
          Figures.euro(totals.path("chargedMicroEuro")),
          Figures.euro(totals.path("creditedMicroEuro")),
          StatementTables.payable(totals));
    }
    context.print(table);
    title("Ledger, after comparing journal and chain");
    api.post(Stage.CLEARING, "/v1/reconciliations", MissingNode.getInstance());
    LedgerCommand.print(context, LedgerCommand.read(api));
    title("What waits for partners: outgoing");
    // What subscribers get follows the closing on a way of its own.
    context.print(
        OutgoingTables.waiting(
            new OutgoingInterchanges(api)
                .await(one -> one.path("type").asText().equals("MSCONS"), SUBSCRIBERS)));
    title("Chain transaction");
    done.run()
        .path("clearing")
        .properties()
        .forEach(fact ->
            context.out().printf("%-18s %s%n", fact.getKey(), Figures.words(fact.getValue())));
    context.out().flush();
  }

  private void hints(RestApi api, ClosePeriod.Outcome.Done done) {
    context.out().println();
    context.out().println("./nachbarstrom statement ahrens");
    context.out().println("./nachbarstrom outgoing --download outgoing");
    context
        .out()
        .println(
            "./nachbarstrom allocation sonnenweg --from 2026-10-25 --to 2026-10-26 --format csv");
    api.get(Stage.SETTLEMENT, "/v1/booking-batches/" + done.run().path("batch").asText())
        .path("bookings")
        .valueStream()
        .filter(booking -> booking.path("component").asText().equals("SHARED_ENERGY"))
        .findFirst()
        .ifPresent(booking ->
            context
                .out()
                .println(
                    """
                    ./nachbarstrom proof %s -o proof.json
                    ./nachbarstrom proof verify proof.json\
                    """
                        .formatted(booking.path("booking").asText())));
    context.out().flush();
  }

  private void title(String text) {
    context.out().flush();
    context.progress("");
    context.progress("── " + text);
  }

  private record ExampleFiles(Path declaration, Path interchange) {}

  private static ExampleFiles write(Path data, ExampleCommunity community) {
    try {
      Path folder = Files.createDirectories(data.resolve("example"));
      Path declaration = folder.resolve("sonnenweg.yaml");
      Files.writeString(declaration, ExampleDeclaration.demo());
      Path interchange = folder.resolve("sonnenweg-2026-10.edi");
      ExampleInterchange.whole(community, "SONNENWEG1").write(interchange);
      return new ExampleFiles(declaration, interchange);
    } catch (IOException e) {
      throw new LaunchException("The example files cannot be written under " + data, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new LaunchException(file + " cannot be read", e);
    }
  }
}

package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.road.ClosePeriod;
import org.nachbarstrom.suite.road.ClosePeriod.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes a period and follows it to the ledger. */
@Command(
    name = "close",
    description = "Close a period of a community and follow it until it is cleared.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class CloseCommand extends Context.Reading implements Callable<Integer> {

  /** What a person can do about a reason to wait. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "UNKNOWN_ACCOUNTING_POINT",
          "declare the accounting point: ./nachbarstrom apply -f FILE",
          "SERIES_GAP",
          "import the missing values: ./nachbarstrom import FILE",
          "NO_CONTRACT",
          "declare a tariff for the member: ./nachbarstrom apply -f FILE",
          "NO_PRICE",
          "declare the missing component for these days: ./nachbarstrom apply -f FILE",
          "NO_PAYER",
          "declare a party for the member: ./nachbarstrom apply -f FILE",
          "PAYER_CHANGES_WITHIN_PERIOD",
          "close up to the day of the change and from it on separately",
          "CONTROL_TOTAL_MISMATCH",
          "the numbers of two services disagree; nothing was booked, look at both services' logs",
          "PREPARED",
          "look at the booking batch and release it: POST /v1/booking-batches/{id}/release");

  @Parameters(index = "0", paramLabel = "COMMUNITY", description = "Id of the community.")
  private String community = "";

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
  private LocalDate from = LocalDate.MIN;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "First day after the period.")
  private LocalDate to = LocalDate.MIN;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Give up after this time. Default: ${DEFAULT-VALUE}.")
  private int timeoutSeconds = 300;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "Ask a person when the reasons stay the same this long. Default: ${DEFAULT-VALUE}.")
  private int patienceSeconds = 10;

  private CloseCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    ClosePeriod closePeriod =
        new ClosePeriod(
            context().api(),
            context()::progress,
            Duration.ofSeconds(timeoutSeconds),
            Duration.ofSeconds(patienceSeconds));
    return print(context(), closePeriod.close(community, from, to), json());
  }

  /** Prints how it went and says it as an exit code. */
  static int print(Context context, Outcome outcome, boolean json) {
    if (json) {
      context.print(asJson(outcome));
    }
    return switch (outcome) {
      case Outcome.Done done -> {
        if (!json) {
          result(context, done);
        }
        yield ExitCode.OK;
      }
      case Outcome.Refused refused -> {
        context.progress("Clearing refused: " + Figures.words(refused.run().path("problem")));
        yield ExitCode.FINDINGS;
      }
      case Outcome.Waiting waiting -> {
        explain(context, waiting);
        yield ExitCode.FINDINGS;
      }
      case Outcome.StillGoing going -> {
        context.progress(
            "It goes on by itself (%s); ask again with the same command".formatted(going.stage()));
        yield ExitCode.FINDINGS;
      }
    };
  }

  private static void explain(Context context, Outcome.Waiting waiting) {
    context.progress("It waits; as soon as this arrives it goes on by itself:");
    Set<String> advice = new LinkedHashSet<>();
    for (ClosePeriod.Reason reason : waiting.reasons()) {
      String words = Figures.words(reason.what());
      context.progress("  %s: %s".formatted(reason.stage().key(), words));
      ADVICE.forEach((code, what) -> {
        if (words.contains(code)) {
          advice.add(what);
        }
      });
    }
    advice.forEach(line -> context.progress("  → " + line));
  }

  private static void result(Context context, Outcome.Done done) {
    JsonNode closing = done.closing();
    JsonNode run = done.run();
    context.progress(
        "%s %s to %s, version %d: %s"
            .formatted(
                closing.path("community").asText(),
                closing.path("from").asText(),
                closing.path("to").asText(),
                closing.path("version").asLong(),
                run.path("state").asText().equals("UNCHANGED")
                    ? "nothing new to book"
                    : "cleared"));
    BalanceTables.energy(closing).lines().forEach(context.out()::println);
    context.out().flush();
  }

  private static ObjectNode asJson(Outcome outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", outcome.getClass().getSimpleName());
    json.set("closing", outcome.closing());
    switch (outcome) {
      case Outcome.Done done -> json.set("run", done.run());
      case Outcome.Refused refused -> json.set("run", refused.run());
      case Outcome.Waiting waiting ->
          waiting
              .reasons()
              .forEach(reason ->
                  json.withArray("waitingFor")
                      .addObject()
                      .put("service", reason.stage().key())
                      .set("reason", reason.what()));
      case Outcome.StillGoing going -> json.put("stage", going.stage());
    }
    return json;
  }
}

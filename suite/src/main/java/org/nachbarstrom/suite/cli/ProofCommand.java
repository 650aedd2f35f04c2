package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.launch.Stage;
import org.nachbarstrom.suite.proof.ProofCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands out a booking's proof; its subcommand checks one. */
@Command(
    name = "proof",
    description = "Print the proof that a booking was cleared, as JSON.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true,
    subcommands = ProofCommand.Verify.class)
final class ProofCommand extends Context.Reading implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "BOOKING", description = "Id of the booking.")
  private @Nullable String booking;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write it there instead.")
  private @Nullable Path output;

  private ProofCommand() {}

  @Override
  public Integer call() {
    if (booking == null && spec != null) {
      throw new ParameterException(spec.commandLine(), "Which booking?");
    }
    String path = "/v1/bookings/" + RestApi.encode(String.valueOf(booking)) + "/proof";
    JsonNode proof = context().api().get(Stage.CLEARING, path);
    if (output == null) {
      context().print(proof);
    } else {
      write(output, Context.pretty(proof));
      context().progress("Check it with: ./nachbarstrom proof verify " + output);
    }
    return ExitCode.OK;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + System.lineSeparator());
    } catch (IOException e) {
      throw new InputRefused(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Checks a proof with its own code against a chain node. */
  @Command(
      name = "verify",
      description = {
        "Check a proof against a chain node, without any of the services.",
        "The booking must hash to its leaf, the leaf must lead to the root, and the contract on"
            + " the chain must hold this root for the batch."
      },
      footer = ExitCode.HELP,
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {

    @Mixin private Context context = new Context();
    @Mixin private Context.JsonSwitch json = new Context.JsonSwitch();
    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The proof.")
    private Path file = Path.of("");

    @Option(
        names = "--chain-url",
        paramLabel = "URL",
        description = "JSON-RPC address of a node of the chain. Default: the running one.")
    private @Nullable URI chainUrl;

    private Verify() {}

    @Override
    public Integer call() {
      List<ProofCheck.Result> results = check();
      boolean good = results.stream().allMatch(ProofCheck.Result::holds);
      if (json.on()) {
        var answer = new ObjectMapper().createObjectNode().put("valid", good);
        results.forEach(result ->
            answer
                .withArray("checks")
                .addObject()
                .put("check", result.what())
                .put("holds", result.holds()));
        context.print(answer);
      } else {
        results.forEach(
            result -> context.out().println((result.holds() ? "yes  " : "NO   ") + result.what()));
        context.out().println(good ? "The proof is good." : "The proof is NOT good.");
      }
      return good ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private List<ProofCheck.Result> check() {
      URI node = chainUrl == null ? runningChain() : chainUrl;
      try {
        return ProofCheck.check(new ObjectMapper().readTree(Files.readString(file)), node);
      } catch (IllegalArgumentException e) {
        throw new InputRefused(file + " is no proof: " + e.getMessage(), e);
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        throw new InputRefused(file + " is not JSON", e);
      } catch (java.nio.file.NoSuchFileException e) {
        throw new InputRefused(file + " does not exist", e);
      } catch (IOException e) {
        throw new org.nachbarstrom.suite.launch.LaunchException(
            "The chain node " + node + " does not answer", e);
      }
    }

    private URI runningChain() {
      return context
          .running()
          .map(RunningState::chainUrl)
          .map(URI::create)
          .orElseThrow(() ->
              new ParameterException(
                  java.util.Objects.requireNonNull(spec).commandLine(),
                  "Nothing runs here; say which chain to ask with --chain-url URL"));
    }
  }
}

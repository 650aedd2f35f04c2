package org.nachbarstrom.suite.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.nachbarstrom.suite.client.RefusedByService;
import org.nachbarstrom.suite.client.ServiceUnreachable;
import org.nachbarstrom.suite.declaration.DeclarationRefused;
import org.nachbarstrom.suite.launch.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line {@code ./nachbarstrom}. */
@Command(
    name = "nachbarstrom",
    description = "Meter values in, shared energy allocated, priced, settled and cleared.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "  test           Build everything and run all tests.", ExitCode.HELP},
    mixinStandardHelpOptions = true,
    version = "nachbarstrom 0.1.0",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ApplyCommand.class,
      ImportCommand.class,
      UploadCommand.class,
      CloseCommand.class,
      AllocationCommand.class,
      CompletenessCommand.class,
      OutgoingCommand.class,
      StatementCommand.class,
      LedgerCommand.class,
      ProofCommand.class,
      ValidateCommand.class,
      HandbookCommand.class,
      TokenCommand.class,
      BenchCommand.class,
      SuperviseCommand.class
    })
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    // What the embedded parts tell in passing is nothing for people.
    Logger.getLogger("").setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::failed);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command?");
    }
  }

  private static int failed(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case RefusedByService refused -> complain(err, refused, ExitCode.FINDINGS);
      case DeclarationRefused refused -> {
        refused.findings().forEach(finding -> err.println(finding.describe("declaration")));
        yield ExitCode.FINDINGS;
      }
      case InputRefused refused -> complain(err, refused, ExitCode.FINDINGS);
      case ServiceUnreachable unreachable -> complain(err, unreachable, ExitCode.UNREACHABLE);
      case Context.NotRunning notRunning -> complain(err, notRunning, ExitCode.UNREACHABLE);
      case LaunchException launch -> complain(err, launch, ExitCode.UNREACHABLE);
      default -> throw failure;
    };
  }

  private static int complain(PrintWriter err, Exception failure, int exitCode) {
    err.println(failure.getMessage());
    return exitCode;
  }
}

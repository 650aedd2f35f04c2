package org.nachbarstrom.suite.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.launch.Detached;
import org.nachbarstrom.suite.launch.LaunchException;
import org.nachbarstrom.suite.launch.RunningState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything. */
@Command(
    name = "up",
    description = "Start PostgreSQL, broker, EVM node, issuer and the five services.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "Use the ports N to N+8 instead of free ones.")
  private @Nullable Integer portBase;

  @Option(names = "--foreground", description = "Keep running here until Ctrl-C.")
  private boolean foreground;

  private UpCommand() {}

  @Override
  public Integer call() {
    Path data = context.dataToStart();
    OptionalInt base = portBase == null ? OptionalInt.empty() : OptionalInt.of(portBase);
    if (foreground) {
      return SuperviseCommand.supervise(context.home(), data, base, context::progress);
    }
    if (RunningState.read(data).filter(RunningState::alive).isPresent()) {
      throw new LaunchException(
          "It already runs on " + data + "; see ./nachbarstrom status, stop with down.");
    }
    RunningState state = Detached.start(Main.class.getName(), data, base, context::progress);
    Addresses.print(state, context.out());
    context.progress("Stop it with: ./nachbarstrom down" + dataOption());
    return ExitCode.OK;
  }

  private String dataOption() {
    Path data = context.dataToStart();
    return data.equals(context.home().resolve(".nachbarstrom/data")) ? "" : " --data " + data;
  }
}

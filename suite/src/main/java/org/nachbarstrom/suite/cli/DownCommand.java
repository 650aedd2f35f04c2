package org.nachbarstrom.suite.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.launch.Detached;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything. */
@Command(
    name = "down",
    description = "Stop what up or demo started; the data stays.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();

  private DownCommand() {}

  @Override
  public Integer call() {
    Path data = context.dataInUse();
    boolean stopped = Detached.stop(data);
    context.progress(stopped ? "Stopped; the data stays in " + data : "Nothing runs on " + data);
    return stopped ? ExitCode.OK : ExitCode.UNREACHABLE;
  }
}

package org.nachbarstrom.suite.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.launch.Supervisor;
import org.nachbarstrom.suite.launch.SupervisorOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The process that {@code up} leaves running. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();

  @Option(names = "--port-base")
  private @Nullable Integer portBase;

  private SuperviseCommand() {}

  @Override
  public Integer call() {
    OptionalInt base = portBase == null ? OptionalInt.empty() : OptionalInt.of(portBase);
    return supervise(context.home(), context.dataToStart(), base, context::progress);
  }

  /** Starts everything and stays until the process is asked to end. */
  static int supervise(Path home, Path data, OptionalInt base, Consumer<String> progress) {
    SupervisorOptions options = SupervisorOptions.of(home, data).withProgress(progress);
    Supervisor supervisor =
        Supervisor.start(base.isPresent() ? options.withPortBase(base.getAsInt()) : options);
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }
}

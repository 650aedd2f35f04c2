package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.bench.BenchPlan;
import org.nachbarstrom.suite.bench.BenchResult;
import org.nachbarstrom.suite.bench.BenchRun;
import org.nachbarstrom.suite.bench.Measurement;
import org.nachbarstrom.suite.bench.StorePlan;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.client.TokenClient;
import org.nachbarstrom.suite.launch.Detached;
import org.nachbarstrom.suite.launch.RunningState;
import org.nachbarstrom.suite.road.Peaks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the whole road, only how values are stored, or only closings. */
@Command(
    name = "bench",
    description = {
      "Measure the whole road.",
      "Starts everything on fresh data, sends communities of ten points down the road and prints"
          + " the speed of each stage, gas per booking and peak memory per process.",
      "With --store only values are stored: a message per point and day, a message per point, and"
          + " by COPY a row per value.",
      "With --closing only closings of a month are measured, community by community."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();
  @Mixin private Context.JsonSwitch json = new Context.JsonSwitch();

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Accounting points, a multiple of 10. Default: ${DEFAULT-VALUE}.")
  private int points = 1000;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Length of the period. Default: ${DEFAULT-VALUE}.")
  private int days = 31;

  @Option(names = "--store", description = "Measure only how values are stored.")
  private boolean store;

  @Option(
      names = "--closing",
      arity = "0..1",
      fallbackValue = "10,100,1000,1000/100,10000",
      paramLabel = "POINTS[/PRODUCERS],...",
      description = {
        "Measure only closings, of communities of these sizes.",
        "Without sizes: ${FALLBACK-VALUE}."
      })
  private @Nullable String closing;

  @Option(
      names = "--producers",
      paramLabel = "N",
      description = {
        "With --closing: producers of communities that say nothing else.",
        "Default: ${DEFAULT-VALUE}, in small communities half of the points."
      })
  private int producers = 10;

  private BenchCommand() {}

  @Override
  public Integer call() throws InterruptedException, IOException, SQLException {
    if (store) {
      return new StoreBenchRun(context, json.on()).run(new StorePlan(points, days));
    }
    if (closing != null) {
      return new ClosingBenchRun(context, json.on()).run(closing, producers);
    }
    BenchPlan plan = plan();
    Path data = context.home().resolve(".nachbarstrom/bench");
    Detached.stop(data);
    Folders.delete(data);
    RunningState state =
        Detached.start(Main.class.getName(), data, OptionalInt.empty(), context::progress);
    try {
      RestApi api =
          new RestApi(
              stage -> state.url(stage), new TokenClient(state, context.tenant(), "operator"));
      Path files = Folders.create(data.resolve("files"));
      BenchResult result = new BenchRun(api, files, plan, context::progress).run();
      Map<String, Long> peaks = peaks(state);
      if (json.on()) {
        context.print(asJson(plan, result, peaks));
      } else {
        print(plan, result, peaks);
      }
      return ExitCode.OK;
    } finally {
      Detached.stop(data);
      Folders.delete(data.resolve("files"));
    }
  }

  private BenchPlan plan() {
    try {
      return new BenchPlan(points, days);
    } catch (IllegalArgumentException e) {
      throw new InputRefused(String.valueOf(e.getMessage()), e);
    }
  }

  /** Peak memory per process in MiB. */
  private static Map<String, Long> peaks(RunningState state) {
    Map<String, Long> pids = new LinkedHashMap<>();
    state.services().forEach((key, service) -> pids.put(key, service.pid()));
    pids.put("launcher with broker and issuer", state.supervisorPid());
    pids.put("PostgreSQL, largest process", state.databasePid());
    pids.put("EVM node", state.chainPid());
    Map<String, Long> peaks = new LinkedHashMap<>();
    pids.forEach(
        (name, pid) -> peak(name, pid).ifPresent(kibibytes -> peaks.put(name, kibibytes / 1024)));
    return peaks;
  }

  /** PostgreSQL works in children; the launcher's children are listed on their own. */
  private static OptionalLong peak(String name, long pid) {
    return name.startsWith("PostgreSQL") ? Peaks.largestKibibytes(pid) : Peaks.peakKibibytes(pid);
  }

  private void print(BenchPlan plan, BenchResult result, Map<String, Long> peaks) {
    context
        .out()
        .printf(
            "%d points, %d days, %d processors%n%n",
            plan.points(), plan.days(), Runtime.getRuntime().availableProcessors());
    TextTable stages = new TextTable("stage", ">count", "unit", ">seconds", ">per second");
    for (Measurement one : result.measurements()) {
      stages.row(
          one.stage(),
          "%,d".formatted(one.count()),
          one.unit(),
          "%,.1f".formatted(one.millis() / 1000.0),
          "%,d".formatted(one.perSecond()));
    }
    context.print(stages);
    context
        .out()
        .printf(
            "Storing begins while files are still imported.%n%n"
                + "%,d bookings, %,d gas per booking%n%n",
            result.bookings(), result.gasPerBooking());
    TextTable memory = new TextTable("process", ">peak MiB");
    peaks.forEach(memory::row);
    context.print(memory);
  }

  private static ObjectNode asJson(BenchPlan plan, BenchResult result, Map<String, Long> peaks) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("points", plan.points()).put("days", plan.days());
    for (Measurement one : result.measurements()) {
      root.withArray("stages")
          .addObject()
          .put("stage", one.stage())
          .put("count", one.count())
          .put("unit", one.unit())
          .put("millis", one.millis())
          .put("perSecond", one.perSecond());
    }
    root.put("bookings", result.bookings()).put("gasPerBooking", result.gasPerBooking());
    ObjectNode memory = root.putObject("peakMebibytes");
    peaks.forEach(memory::put);
    return root;
  }
}

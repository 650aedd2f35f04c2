package org.nachbarstrom.benchmarks;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.nachbarstrom.benchmarks.ReportLine.Reference;
import org.nachbarstrom.benchmarks.ReportLine.Work;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints one line each: score, and ratio to the references of the same run.
 * Takes JMH's options; without any, every benchmark has one fork, three warm-up and five measured
 * iterations of a second. {@code -v NORMAL} shows how far it is.
 */
public final class BenchmarkReport {
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final double PERCENT = 100;

  private final Collection<RunResult> results;

  private BenchmarkReport(Collection<RunResult> results) {
    this.results = results;
  }

  /**
   * Runs the benchmarks whose names match.
   *
   * @param arguments options of JMH, {@code -h} lists them
   * @throws IOException if the help cannot be printed
   */
  public static void main(String... arguments) throws IOException {
    try {
      run(new CommandLineOptions(arguments));
    } catch (CommandLineOptionException | RunnerException wrong) {
      // Some of JMH's exceptions keep their message in toString.
      System.err.println(Objects.requireNonNullElse(wrong.getMessage(), wrong.toString()));
      System.exit(1);
    }
  }

  private static void run(CommandLineOptions options) throws IOException, RunnerException {
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    if (options.shouldList()) {
      new Runner(options).list();
      return;
    }
    System.err.println("Running; -v NORMAL shows how far it is.");
    BenchmarkReport report = new BenchmarkReport(new Runner(settings(options)).run());
    System.out.println(report.head());
    report.lines().map(ReportLine::text).forEach(System.out::println);
  }

  private static Options settings(CommandLineOptions given) {
    ChainedOptionsBuilder settings =
        new OptionsBuilder()
            .parent(given)
            // The lines are made of runs per second.
            .mode(Mode.Throughput)
            .timeUnit(TimeUnit.SECONDS)
            .shouldFailOnError(true);
    if (!given.verbosity().hasValue()) {
      settings.verbosity(VerboseMode.SILENT);
    }
    return settings.build();
  }

  /** What the figures depend on; the settings are the same for all benchmarks. */
  private String head() {
    BenchmarkParams params = results.iterator().next().getParams();
    return "Java %s, %d processors, %d forks, warm-up %s, measured %s; x = times as fast as"
        .formatted(
            System.getProperty("java.vm.version"),
            Runtime.getRuntime().availableProcessors(),
            params.getForks(),
            times(params.getWarmup()),
            times(params.getMeasurement()));
  }

  private static String times(IterationParams iterations) {
    return iterations.getCount() + " x " + iterations.getTime();
  }

  private Stream<ReportLine> lines() {
    return results.stream().map(this::line);
  }

  private ReportLine line(RunResult result) {
    BenchmarkParams params = result.getParams();
    double score = score(result);
    return new ReportLine(
        name(params),
        score,
        PERCENT * result.getPrimaryResult().getScoreError() / score,
        works(params),
        references(params));
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static String name(BenchmarkParams params) {
    String method = className(params) + "." + methodName(params);
    return params.getParamsKeys().stream()
        .map(key -> " " + key + "=" + params.getParam(key))
        .reduce(method, String::concat);
  }

  private static List<Work> works(BenchmarkParams params) {
    return switch (className(params)) {
      case "ParsingBenchmark" -> {
        InterchangeInput input = InterchangeInput.of(params.getParam("profiles"));
        yield List.of(megabytes(input), new Work(input.values(), "values"));
      }
      case "WritingBenchmark" ->
          List.of(
              megabytes(InterchangeInput.MONTHS),
              new Work(InterchangeInput.MONTHS.values(), "values"));
      case "FindingsBenchmark" ->
          List.of(
              megabytes(InterchangeInput.WRONG_DAYS),
              new Work(InterchangeInput.WRONG_DAYS.values(), "findings"));
      case "AllocationBenchmark" ->
          List.of(
              new Work(
                  AllocationInput.INTERVALS * Double.parseDouble(params.getParam("members")),
                  "member-intervals"));
      case "PostingBenchmark", "ProofBenchmark" ->
          List.of(new Work(BatchInput.BOOKINGS, "bookings"));
      default -> throw new IllegalStateException("Unknown work of " + params.getBenchmark());
    };
  }

  private static Work megabytes(InterchangeInput input) {
    return new Work(input.bytes().length / BYTES_PER_MEGABYTE, "MB");
  }

  private List<Reference> references(BenchmarkParams params) {
    return comparedWith(params.getBenchmark()).stream()
        .flatMap(reference -> reference(params, reference).stream())
        .toList();
  }

  /** Absent if the options left it out. */
  private Optional<Reference> reference(BenchmarkParams params, String method) {
    return results.stream()
        .filter(other -> className(other.getParams()).equals(className(params)))
        .filter(other -> methodName(other.getParams()).equals(method))
        .filter(other -> sameParameters(other.getParams(), params))
        .findAny()
        .map(other -> new Reference(method, score(other)));
  }

  private static boolean sameParameters(BenchmarkParams one, BenchmarkParams other) {
    return one.getParamsKeys().stream()
        .allMatch(key -> one.getParam(key).equals(other.getParam(key)));
  }

  private static List<String> comparedWith(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    try {
      Method method =
          Class.forName(benchmark.substring(0, dot)).getMethod(benchmark.substring(dot + 1));
      ComparedWith comparison = method.getAnnotation(ComparedWith.class);
      return comparison == null ? List.of() : List.of(comparison.value());
    } catch (ReflectiveOperationException gone) {
      throw new IllegalStateException("No benchmark " + benchmark, gone);
    }
  }

  private static String className(BenchmarkParams params) {
    String[] parts = params.getBenchmark().split("\\.", -1);
    return parts[parts.length - 2];
  }

  private static String methodName(BenchmarkParams params) {
    return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
  }
}

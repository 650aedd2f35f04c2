package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.ahb.Handbook;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.ValidationReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks EDIFACT files without any service. */
@Command(
    name = "validate",
    description = "Check EDIFACT files; needs nothing running.",
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int BUFFER_BYTES = 1 << 16;

  @Mixin private Context context = new Context();

  @ArgGroup private Form form = new Form();

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--format-version",
      paramLabel = "VERSION",
      description = "Check by this version of the message description, 2.5 or 2.4c, not by UNH's.")
  private @Nullable String formatVersion;

  @Option(names = "--lenient", description = "Take point and comma alike as decimal mark.")
  private boolean lenient;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The interchanges, plain or gzip; - is the standard input.")
  private List<Path> files = new ArrayList<>();

  private ValidateCommand() {}

  /** What is printed. */
  static final class Form {
    @Option(names = "--json", description = "Print JSON for scripts instead of tables.")
    private boolean json;

    @Option(
        names = "--answer",
        description = "Print the CONTRL and APERAK interchanges that would be sent back.")
    private boolean answer;
  }

  @Override
  public Integer call() {
    ReadOptions options = options();
    Instant now = Clock.systemUTC().instant();
    ArrayNode reports = JsonNodeFactory.instance.arrayNode();
    boolean valid = true;
    for (Path file : files) {
      ValidationReport report = validate(file, options);
      valid &= report.valid();
      if (form.json) {
        reports.add(FindingsJson.of(file.toString(), report));
      } else if (form.answer) {
        WouldBeAnswers.to(report, now).forEach(context.out()::println);
      } else {
        FindingsTable.of(report)
            .ifPresent(table -> {
              context.out().println(file);
              context.print(table);
            });
        context.progress(FindingsTable.summary(file.toString(), report));
      }
    }
    if (form.json) {
      context.print(reports);
    }
    context.out().flush();
    return valid ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private ReadOptions options() {
    ReadOptions options = ReadOptions.DEFAULT.withAcceptTest(true).withLenient(lenient);
    if (formatVersion == null) {
      return options;
    }
    if (!Handbook.VERSIONS.contains(formatVersion)) {
      throw new ParameterException(
          command.commandLine(),
          "There is no version '" + formatVersion + "'; there are " + Handbook.VERSIONS);
    }
    return options.withHandbook(formatVersion);
  }

  private static ValidationReport validate(Path file, ReadOptions options) {
    try (InputStream in = open(file)) {
      return InterchangeValidation.validate(in, options);
    } catch (IOException e) {
      throw new InputRefused(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw =
        file.toString().equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file);
    InputStream in = new BufferedInputStream(raw, BUFFER_BYTES);
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in, BUFFER_BYTES) : in;
  }
}

package org.nachbarstrom.suite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.declaration.ApplyDeclaration;
import org.nachbarstrom.suite.declaration.ApplyDeclaration.Outcome;
import org.nachbarstrom.suite.declaration.Declaration;
import org.nachbarstrom.suite.declaration.DeclarationRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Declares parties, tariffs, communities and market partners. */
@Command(
    name = "apply",
    description = "Declare parties, tariffs, communities and partners from one file; repeatable.",
    footer = {
      "",
      "The file's JSON Schema: schemas/declaration/v1/schema.json",
      "An example:             schemas/declaration/v1/examples/sonnenweg.yaml",
      ExitCode.HELP
    },
    mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

  @Mixin private Context context = new Context();

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "YAML or JSON file.")
  private Path file = Path.of("");

  @Option(names = "--check", description = "Only check the file; needs nothing running.")
  private boolean checkOnly;

  private ApplyCommand() {}

  @Override
  public Integer call() {
    try {
      Declaration declaration = Declaration.parse(read(file));
      if (checkOnly) {
        context.progress(file + " declares " + declaration.steps().size() + " objects, no finding");
        return ExitCode.OK;
      }
      apply(context, context.api(declaration.tenant().orElse(context.tenant())), declaration, true);
      return ExitCode.OK;
    } catch (DeclarationRefused e) {
      e.findings().forEach(finding -> context.err().println(finding.describe(file.toString())));
      context.progress(e.findings().size() + " findings; nothing was applied");
      return ExitCode.FINDINGS;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InputRefused(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Applies a declaration and reports each object, or only the sums. */
  static void apply(Context context, RestApi api, Declaration declaration, boolean eachObject) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    new ApplyDeclaration(api)
        .apply(
            declaration,
            (step, outcome) -> {
              counts.merge(outcome, 1, Integer::sum);
              if (eachObject) {
                context.out().printf("%-9s  %s %s%n", word(outcome), step.kind(), step.id());
              }
            });
    context.out().flush();
    context.progress(
        "%d created, %d changed, %d unchanged"
            .formatted(
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.CHANGED, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0)));
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}

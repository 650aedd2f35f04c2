package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which quarter-hours are there and which are missing. */
@Command(
    name = "completeness",
    description = {
      "Show which quarter-hour values of a period are there and which are missing.",
      "Of one accounting point, of the members of a community, or of all declared points."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class CompletenessCommand extends Context.Reading implements Callable<Integer> {

  /** Series to show. */
  enum Only {
    /** Those of which something is missing. */
    INCOMPLETE,
    /** Those of which something is missing that should be there by now. */
    OVERDUE
  }

  /** Whose values. */
  static final class Scope {
    @Option(names = "--community", paramLabel = "ID", description = "Members of this community.")
    private @Nullable String community;

    @Option(names = "--point", paramLabel = "ID", description = "This accounting point.")
    private @Nullable String point;
  }

  @ArgGroup private @Nullable Scope scope;

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
  private LocalDate from = LocalDate.MIN;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "First day after the period.")
  private LocalDate to = LocalDate.MIN;

  @Option(
      names = "--only",
      paramLabel = "SERIES",
      description = "${COMPLETION-CANDIDATES}. Default: all series.")
  private @Nullable Only only;

  @Option(names = "--days", description = "One row per day instead of sums of the period.")
  private boolean days;

  private CompletenessCommand() {}

  @Override
  public Integer call() {
    ArrayNode series = all();
    if (json()) {
      context().print(series);
    } else {
      context().print(days ? CompletenessTables.days(series) : CompletenessTables.sums(series));
    }
    return ExitCode.OK;
  }

  /** All pages, as known at the instant of the first one. */
  private ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    String next = "";
    while (true) {
      JsonNode page = context().api().get(Stage.METERING, path() + next);
      page.path("items").forEach(all::add);
      if (!page.path("next").isTextual()) {
        return all;
      }
      next =
          "&cursor=%s&asKnownAt=%s"
              .formatted(
                  RestApi.encode(page.path("next").asText()),
                  RestApi.encode(page.path("asKnownAt").asText()));
    }
  }

  private String path() {
    StringBuilder path = new StringBuilder("/v1/completeness/days?from=" + from + "&to=" + to);
    if (scope != null && scope.community != null) {
      path.append("&community=").append(RestApi.encode(scope.community));
    }
    if (scope != null && scope.point != null) {
      path.append("&accountingPoint=").append(RestApi.encode(scope.point));
    }
    if (only != null) {
      path.append("&only=").append(only.name().toLowerCase(Locale.ROOT));
    }
    return path.toString();
  }
}

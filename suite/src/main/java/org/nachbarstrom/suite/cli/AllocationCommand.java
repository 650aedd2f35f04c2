package org.nachbarstrom.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.nachbarstrom.suite.client.RestApi;
import org.nachbarstrom.suite.launch.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how shared energy was allocated. */
@Command(
    name = "allocation",
    description = {
      "Show how the shared energy of a period is allocated, as known now.",
      "csv: one row per interval and accounting point; table: sums per accounting point."
    },
    footer = ExitCode.HELP,
    mixinStandardHelpOptions = true)
final class AllocationCommand extends Context.Reading implements Callable<Integer> {

  /** Forms of output. */
  enum Format {
    /** Sums per accounting point for people. */
    TABLE,
    /** All intervals. */
    CSV,
    /** All intervals. */
    JSON
  }

  private static final int NAME_COLUMN = 1;
  private static final int FIRST_QUANTITY = 2;

  @Parameters(index = "0", paramLabel = "COMMUNITY", description = "Id of the community.")
  private String community = "";

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
  private LocalDate from = LocalDate.MIN;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "First day after the period.")
  private LocalDate to = LocalDate.MIN;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TABLE;

  private AllocationCommand() {}

  @Override
  public Integer call() {
    switch (json() ? Format.JSON : format) {
      case CSV -> copy("text/csv");
      case JSON -> copy("application/json");
      case TABLE -> table();
    }
    return ExitCode.OK;
  }

  private void copy(String type) {
    context().out().flush();
    OutputStream out = System.out;
    context().api().download(Stage.METERING, path(), type, out);
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void table() {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    context().api().download(Stage.METERING, path(), "text/csv", csv);
    context().print(sums(csv.toString(StandardCharsets.UTF_8)));
  }

  private String path() {
    return "/v1/communities/%s/allocation?from=%s&to=%s"
        .formatted(RestApi.encode(community), from, to);
  }

  /** Sums of the CSV's quantity columns per accounting point. */
  static TextTable sums(String csv) {
    try (BufferedReader reader = new BufferedReader(new StringReader(csv))) {
      String first = reader.readLine();
      String[] heads = (first == null ? "" : first).split(",", -1);
      Map<String, BigDecimal[]> sums = new TreeMap<>();
      reader
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", -1))
          .forEach(cells -> add(sums, cells, heads.length));
      return table(heads, sums);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, BigDecimal[]> sums, String[] cells, int columns) {
    BigDecimal[] row =
        sums.computeIfAbsent(
            cells[NAME_COLUMN], point -> new BigDecimal[Math.max(0, columns - FIRST_QUANTITY)]);
    for (int i = 0; i < row.length; i++) {
      String cell = cells[i + FIRST_QUANTITY];
      if (!cell.isEmpty()) {
        BigDecimal before = row[i] == null ? BigDecimal.ZERO : row[i];
        row[i] = before.add(new BigDecimal(cell));
      }
    }
  }

  private static TextTable table(String[] heads, Map<String, BigDecimal[]> sums) {
    List<String> columns = new ArrayList<>(List.of("accounting point"));
    for (int i = FIRST_QUANTITY; i < heads.length; i++) {
      columns.add(">" + heads[i].replace('_', ' ').replace(" kwh", " kWh"));
    }
    TextTable table = new TextTable(columns.toArray(String[]::new));
    sums.forEach((point, row) -> {
      List<Object> cells = new ArrayList<>(List.of(point));
      for (BigDecimal sum : row) {
        cells.add(sum == null ? "" : sum.toPlainString());
      }
      table.row(cells.toArray());
    });
    return table;
  }

  /** For tests: reads JSON as sent. */
  static JsonNode read(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}

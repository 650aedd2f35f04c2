package org.nachbarstrom.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files of a scenario folder and reference material beside the checkout. */
final class Scenario {
  private Scenario() {}

  /** A file below {@code scenarios/}. */
  static String text(String path) {
    try (InputStream in = Scenario.class.getResourceAsStream("/scenarios/" + path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A row of a CSV text by column name. */
  record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  /** Rows of a CSV text. */
  static List<Row> rows(List<String> lines) {
    String[] header = lines.getFirst().split(",", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /** Reference material; absent on most machines. */
  static Optional<Path> shared(String path) {
    Path file = Installation.home().resolveSibling("shared").resolve(path);
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }
}

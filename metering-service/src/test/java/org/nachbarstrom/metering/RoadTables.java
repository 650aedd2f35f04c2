package org.nachbarstrom.metering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CSV files of a folder of {@code road-scenarios}; a file that is not there has no rows. */
final class RoadTables {
  private final Path folder;

  RoadTables(Path folder) {
    this.folder = folder;
  }

  /** A row by column; a column that the file has not is empty. */
  record Row(Map<String, String> cells) {
    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    boolean has(String column) {
      return !get(column).isEmpty();
    }

    String get(String column, String absent) {
      return has(column) ? get(column) : absent;
    }

    int number(String column, int absent) {
      return has(column) ? Integer.parseInt(get(column)) : absent;
    }
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  List<Row> rows(String file) {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> columns = List.of(lines.getFirst().split(",", -1));
    return lines.stream()
        .skip(1)
        .map(line -> row(file, columns, line.split(",", -1)))
        .collect(Collectors.toList());
  }

  /** The rows in which a column has a value. */
  List<Row> rows(String file, String column, String value) {
    return rows(file).stream().filter(row -> row.get(column).equals(value)).toList();
  }

  /** Rows by the value of a column, in the order of the file. */
  Map<String, List<Row>> by(String column, List<Row> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(row -> row.get(column), LinkedHashMap::new, Collectors.toList()));
  }

  /** What the file expects, and the same columns of what there is. */
  List<List<String>> compared(String file, List<Map<String, String>> actual) {
    List<String> columns = List.of(lines(file).getFirst().split(",", -1));
    List<String> expected = texts(columns, rows(file), Row::get);
    List<String> there = new ArrayList<>();
    for (Map<String, String> row : actual) {
      columns.stream()
          .filter(column -> !row.containsKey(column))
          .findFirst()
          .ifPresent(column -> {
            throw new IllegalStateException(file + " has an unknown column " + column);
          });
      there.add(text(columns, column -> row.getOrDefault(column, "")));
    }
    return List.of(there, expected);
  }

  private static <T> List<String> texts(
      List<String> columns, List<T> rows, BiFunction<T, String, String> cell) {
    return rows.stream()
        .map(row -> text(columns, column -> cell.apply(row, column)))
        .collect(Collectors.toList());
  }

  private static String text(List<String> columns, Function<String, String> cell) {
    return columns.stream()
        .map(column -> column.endsWith("kwh") ? number(cell.apply(column)) : cell.apply(column))
        .collect(Collectors.joining(","));
  }

  /** Numbers are compared, not how they are written. */
  private static String number(String cell) {
    return cell.isEmpty() ? "" : new BigDecimal(cell).stripTrailingZeros().toPlainString();
  }

  private static Row row(String file, List<String> columns, String[] cells) {
    if (cells.length != columns.size()) {
      throw new IllegalStateException(file + " has a row of " + List.of(cells));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(columns.get(i), cells[i]);
    }
    return new Row(row);
  }

  private List<String> lines(String file) {
    try {
      return has(file)
          ? Files.readAllLines(folder.resolve(file)).stream()
              .filter(line -> !line.isBlank())
              .toList()
          : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

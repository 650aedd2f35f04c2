package org.nachbarstrom.suite.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** A table for people: columns as wide as needed, numbers to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> right = new HashSet<>();
  private final List<String> header;

  /** With these column heads; one that begins with {@code >} aligns its column to the right. */
  TextTable(String... heads) {
    List<String> names = new ArrayList<>();
    for (String head : heads) {
      if (head.startsWith(">")) {
        right.add(names.size());
      }
      names.add(head.startsWith(">") ? head.substring(1) : head);
    }
    this.header = List.copyOf(names);
  }

  /** Adds a row; it has as many cells as there are heads. */
  TextTable row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " heads");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
    return this;
  }

  /** The lines, the first one the heads, without line ends. */
  List<String> lines() {
    int[] widths = new int[header.size()];
    measure(header, widths);
    rows.forEach(row -> measure(row, widths));
    List<String> lines = new ArrayList<>();
    lines.add(line(header, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static void measure(List<String> row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], row.get(i).length());
    }
  }

  private String line(List<String> row, int[] widths) {
    StringJoiner line = new StringJoiner(GAP);
    for (int i = 0; i < widths.length; i++) {
      String fill = " ".repeat(widths[i] - row.get(i).length());
      line.add(right.contains(i) ? fill + row.get(i) : row.get(i) + fill);
    }
    return line.toString().stripTrailing();
  }
}

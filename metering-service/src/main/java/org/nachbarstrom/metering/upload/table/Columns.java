package org.nachbarstrom.metering.upload.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Names of the columns of a file. */
final class Columns {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private Columns(List<String> names) {
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
      places.putIfAbsent("#" + (i + 1), i);
    }
  }

  /** Named as the cells of the header row; by number where a cell is empty. */
  static Columns of(TableRow header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.cells().size(); i++) {
      names.add(header.cell(i).isEmpty() ? "#" + (i + 1) : header.cell(i));
    }
    return new Columns(names);
  }

  /** Named by their numbers only. */
  static Columns numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("#" + i);
    }
    return new Columns(names);
  }

  List<String> names() {
    return names;
  }

  /** Index of the column, from 0, if there is one of that name or number. */
  OptionalInt find(String column) {
    Integer place = places.get(column);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }
}

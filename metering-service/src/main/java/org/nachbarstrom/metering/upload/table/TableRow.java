package org.nachbarstrom.metering.upload.table;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * A row of a file.
 *
 * @param number of the row, from 1, as a spreadsheet counts
 * @param cells texts of the cells, stripped; empty for empty ones
 * @param numbers cells that a workbook holds as numbers
 * @param dayZero from which a workbook counts days
 */
record TableRow(long number, List<String> cells, BitSet numbers, LocalDate dayZero) {
  /** Day zero of most workbooks; right from 1900-03-01 on. */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Day zero of workbooks that count from 1904. */
  static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isNumber(int column) {
    return numbers.get(column);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}

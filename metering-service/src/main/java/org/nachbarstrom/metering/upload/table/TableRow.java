package org.nachbarstrom.metering.upload.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A row of a file.
 *
 * @param number of the row, from 1, as a spreadsheet counts
 * @param cells texts of the cells, stripped; empty for empty ones
 * @param numbers cells that a workbook holds as numbers
 * @param dayZero from which a workbook counts days
 */
public record TableRow(long number, List<String> cells, BitSet numbers, LocalDate dayZero) {
  /** Day zero of most workbooks; right from 1900-03-01 on. */
  static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** Day zero of workbooks that count from 1904. */
  static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /** Text of the cell, from column 0; empty where the row has none. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isNumber(int column) {
    return numbers.get(column);
  }

  /** Whether all cells are empty. */
  public boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }

  /** The number of the cell, if it is one; the mark of decimals is a point. */
  public Optional<BigDecimal> decimal(int column) {
    String text = cell(column);
    return isNumber(column) ? CellNumber.ofWorkbook(text) : CellNumber.ofText(text, '.');
  }

  /** The instant of the cell, if it is one: a text with Z, or a date of a workbook as UTC. */
  public Optional<Instant> instant(int column) {
    if (isNumber(column)) {
      return decimal(column).flatMap(days -> TimeText.ofDays(days, dayZero)).map(TableRow::utc);
    }
    try {
      return Optional.of(Instant.parse(cell(column)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant utc(TimeText.Time time) {
    return switch (time) {
      case TimeText.Time.Exact(Instant exact) -> exact;
      case TimeText.Time.Local(LocalDateTime local) -> local.toInstant(ZoneOffset.UTC);
    };
  }
}

package org.nachbarstrom.metering.upload.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * The first rows of a file.
 *
 * @param charset in which it seems to be written
 * @param separator that seems to part its cells
 * @param skipRows rows before the header, or before the first value
 * @param hasHeader whether the first of the others names columns
 * @param names of the columns
 * @param rows with values
 */
record TableSample(
    Charset charset,
    char separator,
    int skipRows,
    boolean hasHeader,
    List<String> names,
    List<TableRow> rows) {
  private static final int ROWS = 30;
  private static final char[] SEPARATORS = {';', '\t', '|', ','};
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");
  private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");

  static TableSample of(UploadKind kind, byte[] bytes) {
    Charset charset = kind == UploadKind.CSV ? CsvTable.guess(bytes) : StandardCharsets.UTF_8;
    char chosen = SEPARATORS[0];
    List<TableRow> rows = List.of();
    for (char separator : kind == UploadKind.CSV ? SEPARATORS : new char[] {';'}) {
      List<TableRow> read = rows(kind, bytes, new Plan.Layout(charset, separator, null, 0, true));
      if (rows.isEmpty() || (width(rows) < 2 && width(read) >= 2)) {
        chosen = separator;
        rows = read;
      }
    }
    return of(charset, chosen, rows);
  }

  private static List<TableRow> rows(UploadKind kind, byte[] bytes, Plan.Layout layout) {
    List<TableRow> rows = new ArrayList<>();
    ReadTable.forEach(
        kind,
        bytes,
        layout,
        row -> {
          if (!row.isBlank()) {
            rows.add(row);
          }
          return rows.size() < ROWS;
        });
    return rows;
  }

  /** How many cells the last rows have; those before may be a title. */
  private static int width(List<TableRow> rows) {
    return rows.isEmpty() ? 0 : rows.getLast().cells().size();
  }

  private static TableSample of(Charset charset, char separator, List<TableRow> rows) {
    int width = width(rows);
    int first = 0;
    while (first < rows.size() && rows.get(first).cells().size() < width) {
      first++;
    }
    if (first >= rows.size()) {
      throw new ProblemException(UploadRejection.UNREADABLE_FILE, "The file has no rows.");
    }
    TableRow head = rows.get(first);
    boolean hasHeader = head.cells().stream().noneMatch(TableSample::isValue);
    Columns columns = hasHeader ? Columns.of(head) : Columns.numbered(head.cells().size());
    return new TableSample(
        charset,
        separator,
        (int) head.number() - 1,
        hasHeader,
        columns.names(),
        rows.subList(hasHeader ? first + 1 : first, rows.size()));
  }

  /** Names may be ids of points; a number that is none is a value. */
  private static boolean isValue(String cell) {
    return NUMBER.matcher(cell).matches() && AccountingPointId.tryParse(cell).isEmpty();
  }

  /** The first text of the column that is not empty. */
  String cell(int column) {
    return rows.stream()
        .map(row -> row.cell(column))
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse("");
  }

  boolean isNumber(int column) {
    return NUMBER.matcher(cell(column)).matches() || isWorkbookNumber(column);
  }

  boolean isWorkbookNumber(int column) {
    return rows.stream().anyMatch(row -> row.isNumber(column));
  }

  boolean decimalComma() {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(COMMA.asMatchPredicate());
  }
}

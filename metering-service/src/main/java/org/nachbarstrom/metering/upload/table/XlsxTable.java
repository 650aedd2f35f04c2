package org.nachbarstrom.metering.upload.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.support.problem.ProblemException;

/** Rows of a sheet of a workbook; numbers as the texts that stand in the file. */
final class XlsxTable {
  private XlsxTable() {}

  /**
   * Calls for each row that the sheet holds, until one answers false.
   *
   * @param name of the sheet; null: the first one
   */
  static void forEach(byte[] bytes, @Nullable String name, Predicate<TableRow> action) {
    WorkbookGuard.check(bytes);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(false, true))) {
      Sheet sheet =
          name == null
              ? workbook.getFirstSheet()
              : workbook
                  .findSheet(name)
                  .orElseThrow(() ->
                      new ProblemException(
                          UploadRejection.INVALID_MAPPING, "There is no sheet '" + name + "'."));
      try (Stream<Row> rows = sheet.openStream()) {
        LocalDate dayZero = workbook.isDate1904() ? TableRow.DAY_ZERO_1904 : TableRow.DAY_ZERO;
        Iterator<Row> each = rows.iterator();
        boolean goesOn = true;
        while (goesOn && each.hasNext()) {
          goesOn = action.test(row(each.next(), dayZero));
        }
      }
    } catch (IOException | ExcelReaderException | IllegalArgumentException broken) {
      throw unreadable("The file is no workbook: " + broken.getMessage());
    } catch (IndexOutOfBoundsException | NullPointerException broken) {
      // What the library throws for workbooks with parts that nobody writes.
      throw unreadable("The file is no workbook that can be read.");
    }
  }

  private static TableRow row(Row row, LocalDate dayZero) {
    List<String> cells = new ArrayList<>();
    BitSet numbers = new BitSet();
    int count = Math.min(row.getCellCount(), WorkbookGuard.MOST_COLUMNS);
    for (int i = 0; i < count; i++) {
      Cell cell = row.getCell(i);
      String text = cell == null ? "" : text(cell);
      cells.add(text);
      if (cell != null && cell.getValue() instanceof BigDecimal) {
        numbers.set(i);
      }
    }
    return new TableRow(row.getRowNum(), cells, numbers, dayZero);
  }

  private static String text(Cell cell) {
    Object value = cell.getValue();
    if (value == null) {
      return "";
    }
    String raw = cell.getRawValue();
    return (value instanceof BigDecimal && raw != null ? raw : value.toString()).strip();
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(UploadRejection.UNREADABLE_FILE, detail);
  }
}

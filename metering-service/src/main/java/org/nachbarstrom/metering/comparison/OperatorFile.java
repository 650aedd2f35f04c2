package org.nachbarstrom.metering.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.metering.upload.table.PlainTable;
import org.nachbarstrom.metering.upload.table.TableRow;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * The operator's allocation, as comma-separated values or as the first sheet of a workbook. The
 * first row that is not empty names the columns: {@code interval_start} (UTC instant), {@code
 * accounting_point}, {@code allocated_kwh} and, if he tells it, {@code consumption_kwh}; others are
 * ignored, so that a file has the form of our own allocation. Rows without {@code allocated_kwh}
 * say nothing of consumers and are passed over.
 */
public final class OperatorFile {
  private static final ComparisonRejection REJECTION = ComparisonRejection.UNREADABLE_OPERATOR_FILE;
  private static final int MOST_ERRORS = 100;
  private static final String START = "interval_start";
  private static final String POINT = "accounting_point";
  private static final String ALLOCATED = "allocated_kwh";
  private static final String CONSUMPTION = "consumption_kwh";

  private final Map<Instant, Map<AccountingPointId, OperatorCell>> cells = new TreeMap<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<FieldError> errors = new ArrayList<>();

  private OperatorFile() {}

  /**
   * Reads the file.
   *
   * @throws ProblemException {@link ComparisonRejection#UNREADABLE_OPERATOR_FILE} naming row and
   *     column of up to 100 errors
   */
  public static OperatorFile read(UploadKind kind, byte[] bytes) {
    OperatorFile file = new OperatorFile();
    try {
      PlainTable.forEach(kind, bytes, file::take);
    } catch (ProblemException refused) {
      throw refused.rejection() == UploadRejection.UNREADABLE_FILE
          ? new ProblemException(REJECTION, refused.detail())
          : refused;
    }
    if (file.columns.isEmpty()) {
      file.requireColumns(1);
    }
    if (!file.errors.isEmpty()) {
      throw new ProblemException(REJECTION, REJECTION.title(), file.errors);
    }
    return file;
  }

  /** Takes a row; answers whether more is wanted. */
  private boolean take(TableRow row) {
    if (row.isBlank()) {
      return true;
    }
    if (columns.isEmpty()) {
      for (int i = 0; i < row.cells().size(); i++) {
        columns.putIfAbsent(row.cell(i), i);
      }
      return requireColumns(row.number());
    }
    takeCell(row);
    return errors.size() < MOST_ERRORS;
  }

  private boolean requireColumns(long line) {
    for (String name : List.of(START, POINT, ALLOCATED)) {
      if (!columns.containsKey(name)) {
        wrong(line, name, "REQUIRED", "The first line names the columns; this one is missing.");
      }
    }
    return errors.isEmpty();
  }

  private void takeCell(TableRow row) {
    if (text(row, ALLOCATED).isEmpty()) {
      return;
    }
    Optional<Instant> start = start(row);
    Optional<AccountingPointId> point = AccountingPointId.tryParse(text(row, POINT));
    if (point.isEmpty()) {
      String detail = "'" + text(row, POINT) + "' is no accounting point.";
      wrong(row.number(), POINT, "UNREADABLE", detail);
    }
    Optional<Long> allocated = energy(row, ALLOCATED);
    Optional<Long> consumption =
        text(row, CONSUMPTION).isEmpty() ? Optional.empty() : energy(row, CONSUMPTION);
    if (start.isPresent() && point.isPresent() && allocated.isPresent()) {
      OperatorCell cell = new OperatorCell(allocated.get(), consumption.orElse(null));
      boolean twice =
          cells.computeIfAbsent(start.get(), any -> new TreeMap<>()).putIfAbsent(point.get(), cell)
              != null;
      if (twice) {
        String detail = "An earlier line is of the same point and quarter-hour.";
        wrong(row.number(), START, "TWICE", detail);
      }
    }
  }

  private int column(String name) {
    return columns.getOrDefault(name, Integer.MAX_VALUE);
  }

  private String text(TableRow row, String name) {
    return row.cell(column(name));
  }

  private Optional<Instant> start(TableRow row) {
    String text = text(row, START);
    Optional<Instant> start = row.instant(column(START));
    if (start.isEmpty()) {
      String detail = "'" + text + "' is no instant such as 2026-06-01T10:00:00Z.";
      wrong(row.number(), START, "UNREADABLE", detail);
    } else if (!Interval.isQuarterHour(start.get())) {
      String detail = "'" + text + "' is not the start of a quarter-hour.";
      wrong(row.number(), START, "MISALIGNED", detail);
      return Optional.empty();
    }
    return start;
  }

  private Optional<Long> energy(TableRow row, String name) {
    String text = text(row, name);
    Optional<Long> energy = row.decimal(column(name)).flatMap(OperatorFile::milliWattHours);
    if (energy.isEmpty()) {
      String detail = "'" + text + "' is no energy in kWh with up to 6 places.";
      wrong(row.number(), name, "UNREADABLE", detail);
    } else if (energy.get() < 0) {
      wrong(row.number(), name, "NEGATIVE", "'" + text + "' is below 0.");
      return Optional.empty();
    }
    return energy;
  }

  private static Optional<Long> milliWattHours(BigDecimal kilowattHours) {
    try {
      return Optional.of(Energy.ofKilowattHours(kilowattHours).milliWattHours());
    } catch (ArithmeticException tooFineOrTooLarge) {
      return Optional.empty();
    }
  }

  private void wrong(long line, String column, String code, String detail) {
    errors.add(new FieldError("/lines/" + line + "/" + column, code, detail));
  }

  /** What he says of a quarter-hour, in the order of accounting points. */
  Map<AccountingPointId, OperatorCell> at(Instant start) {
    return cells.getOrDefault(start, Map.of());
  }
}

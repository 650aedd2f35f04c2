package org.nachbarstrom.metering.comparison;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;

/**
 * The operator's allocation as comma-separated values. The first line names the columns: {@code
 * interval_start} (UTC instant), {@code accounting_point}, {@code allocated_kwh} and, if he tells
 * it, {@code consumption_kwh}; others are ignored, so that a file has the form of our own
 * allocation. Lines without {@code allocated_kwh} say nothing of consumers and are passed over.
 */
public final class OperatorFile {
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
   * @throws ProblemException {@link ComparisonRejection#UNREADABLE_OPERATOR_FILE} naming line and
   *     column of up to 100 errors
   */
  public static OperatorFile read(String text) {
    OperatorFile file = new OperatorFile();
    List<String> lines = text.lines().toList();
    if (!lines.isEmpty()) {
      file.readHeader(lines.getFirst());
    }
    for (String name : List.of(START, POINT, ALLOCATED)) {
      if (!file.columns.containsKey(name)) {
        file.wrong(1, name, "REQUIRED", "The first line names the columns; this one is missing.");
      }
    }
    for (int i = 1; i < lines.size() && file.goesOn(); i++) {
      if (!lines.get(i).isBlank()) {
        file.readLine(i + 1, lines.get(i).split(",", -1));
      }
    }
    if (!file.errors.isEmpty()) {
      ComparisonRejection rejection = ComparisonRejection.UNREADABLE_OPERATOR_FILE;
      throw new ProblemException(rejection, rejection.title(), file.errors);
    }
    return file;
  }

  private boolean goesOn() {
    return errors.size() < MOST_ERRORS
        && columns.keySet().containsAll(List.of(START, POINT, ALLOCATED));
  }

  private void readHeader(String line) {
    String[] names = line.replace("\uFEFF", "").split(",", -1);
    for (int i = 0; i < names.length; i++) {
      columns.putIfAbsent(names[i].strip(), i);
    }
  }

  private void readLine(int line, String[] fields) {
    if (field(fields, ALLOCATED).isEmpty()) {
      return;
    }
    Optional<Instant> start = readStart(line, field(fields, START));
    Optional<AccountingPointId> point = AccountingPointId.tryParse(field(fields, POINT));
    if (point.isEmpty()) {
      wrong(line, POINT, "UNREADABLE", "'" + field(fields, POINT) + "' is no accounting point.");
    }
    Optional<Long> allocated = readEnergy(line, ALLOCATED, field(fields, ALLOCATED));
    String metered = field(fields, CONSUMPTION);
    Optional<Long> consumption =
        metered.isEmpty() ? Optional.empty() : readEnergy(line, CONSUMPTION, metered);
    if (start.isPresent() && point.isPresent() && allocated.isPresent()) {
      OperatorCell cell = new OperatorCell(allocated.get(), consumption.orElse(null));
      boolean twice =
          cells.computeIfAbsent(start.get(), any -> new TreeMap<>()).putIfAbsent(point.get(), cell)
              != null;
      if (twice) {
        wrong(line, START, "TWICE", "An earlier line is of the same point and quarter-hour.");
      }
    }
  }

  private String field(String[] fields, String name) {
    int index = columns.getOrDefault(name, Integer.MAX_VALUE);
    return index < fields.length ? fields[index].strip() : "";
  }

  private Optional<Instant> readStart(int line, String text) {
    try {
      Instant start = Instant.parse(text);
      if (Interval.isQuarterHour(start)) {
        return Optional.of(start);
      }
      wrong(line, START, "MISALIGNED", "'" + text + "' is not the start of a quarter-hour.");
    } catch (DateTimeException unreadable) {
      wrong(
          line, START, "UNREADABLE", "'" + text + "' is no instant such as 2026-06-01T10:00:00Z.");
    }
    return Optional.empty();
  }

  private Optional<Long> readEnergy(int line, String column, String text) {
    try {
      long energy = Energy.ofKilowattHours(new BigDecimal(text)).milliWattHours();
      if (energy >= 0) {
        return Optional.of(energy);
      }
      wrong(line, column, "NEGATIVE", "'" + text + "' is below 0.");
    } catch (ArithmeticException | IllegalArgumentException unreadable) {
      wrong(line, column, "UNREADABLE", "'" + text + "' is no energy in kWh with up to 6 places.");
    }
    return Optional.empty();
  }

  private void wrong(int line, String column, String code, String detail) {
    errors.add(new FieldError("/lines/" + line + "/" + column, code, detail));
  }

  /** What he says of a quarter-hour, in the order of accounting points. */
  Map<AccountingPointId, OperatorCell> at(Instant start) {
    return cells.getOrDefault(start, Map.of());
  }
}

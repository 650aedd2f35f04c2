package org.nachbarstrom.metering.upload.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.Addition;
import org.nachbarstrom.metering.upload.DecimalText;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.Preview;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadTimes;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Takes what the rows of a file say. */
final class TableMeaning {
  private static final int FIRST_ROWS = 10;

  private final Plan plan;
  private final List<String> columns;
  private final UploadContent content;
  private final List<Preview.Row> firstRows = new ArrayList<>();
  private final Map<Object, LocalSequence> sequences = new HashMap<>();
  private final List<Deferred> deferred = new ArrayList<>();

  TableMeaning(Plan plan, List<String> columns, UploadContent content) {
    this.plan = plan;
    this.columns = columns;
    this.content = content;
  }

  /** A value of a row. */
  private record Value(
      long row, int column, SeriesKey key, long milliWattHours, ValueQuality quality) {}

  /** A value whose local time comes twice; which one it is the rows to come will tell. */
  private record Deferred(Value value, LocalDateTime local, LocalSequence sequence) {}

  List<Preview.Row> firstRows() {
    return firstRows;
  }

  /** Takes a row. */
  void take(TableRow row) {
    if (row.isBlank()) {
      return;
    }
    content.line();
    try {
      if (plan.value() == null) {
        takeWide(row);
      } else {
        takeLong(row, plan.value());
      }
    } catch (RowFault fault) {
      reject(row.number(), fault);
    }
  }

  private void takeWide(TableRow row) throws RowFault {
    int values = (int) plan.wide().keySet().stream().filter(i -> !row.cell(i).isEmpty()).count();
    TimeText.Time time;
    try {
      time = note(row, time(row), this);
      require(time);
    } catch (RowFault fault) {
      throw fault.of(values);
    }
    for (Map.Entry<Integer, SeriesKey> column : plan.wide().entrySet()) {
      int index = column.getKey();
      if (!row.cell(index).isEmpty()) {
        try {
          put(value(row, index, column.getValue(), constantQuality()), time, this);
        } catch (RowFault fault) {
          content.reject(rejection(row.number(), fault));
        }
      }
    }
  }

  private ValueQuality constantQuality() {
    return plan.quality() == null ? ValueQuality.MISSING : plan.quality();
  }

  private void takeLong(TableRow row, Plan.ValuePlan columns) throws RowFault {
    RowSeries series = new RowSeries(plan, columns, this.columns);
    SeriesKey key = series.key(row);
    TimeText.Time time = note(row, time(row), key);
    require(time);
    if (!row.cell(columns.column()).isEmpty()) {
      put(value(row, columns.column(), key, series.quality(row)), time, key);
    }
  }

  private TimeText.Time time(TableRow row) throws RowFault {
    Plan.TimePlan time = plan.time();
    String text = row.cell(time.column());
    if (text.isEmpty()) {
      throw fault(time.column(), Fault.MISSING, "The row has no time.");
    }
    Optional<TimeText.Time> read =
        row.isNumber(time.column())
            ? days(row).flatMap(days -> TimeText.ofDays(days, row.dayZero()))
            : time.format().read(timeText(row));
    return read.orElseThrow(() ->
        fault(
            time.column(), Fault.UNREADABLE_TIME, "'" + timeText(row) + "' is not of the format."));
  }

  private String timeText(TableRow row) {
    Plan.TimePlan time = plan.time();
    String text = row.cell(time.column());
    return time.timeOfDay() < 0 ? text : text + " " + row.cell(time.timeOfDay());
  }

  private Optional<BigDecimal> days(TableRow row) {
    Plan.TimePlan time = plan.time();
    Optional<BigDecimal> days = CellNumber.ofWorkbook(row.cell(time.column()));
    return time.timeOfDay() < 0
        ? days
        : days.flatMap(date -> CellNumber.ofWorkbook(row.cell(time.timeOfDay())).map(date::add));
  }

  /** Notes a local time in its sequence. */
  private TimeText.Time note(TableRow row, TimeText.Time time, Object sequence) throws RowFault {
    if (time instanceof TimeText.Time.Local(LocalDateTime local)) {
      ZoneId zone = plan.time().zone();
      if (zone == null) {
        throw fault(
            plan.time().column(),
            Fault.UNREADABLE_TIME,
            "'" + timeText(row) + "' has no offset, and the mapping names no zone.");
      }
      LocalSequence rows = sequence(sequence, zone);
      if (rows.kind(local) == LocalSequence.Kind.SKIPPED) {
        throw fault(
            plan.time().column(),
            Fault.TIME_IN_GAP,
            local + " does not exist in " + zone + ": clocks went forward.");
      }
      rows.note(row.number(), local);
    }
    return time;
  }

  private LocalSequence sequence(Object of, ZoneId zone) {
    return sequences.computeIfAbsent(of, any -> new LocalSequence(zone));
  }

  /** Refuses a time that is not that of a quarter-hour; offsets do not matter to that. */
  private void require(TimeText.Time time) throws RowFault {
    Instant instant =
        switch (time) {
          case TimeText.Time.Exact(Instant exact) -> exact;
          case TimeText.Time.Local(LocalDateTime local) -> local.toInstant(ZoneOffset.UTC);
        };
    if (!UploadTimes.isQuarterHour(instant)) {
      throw fault(
          plan.time().column(), Fault.MISALIGNED_TIME, "The time is not that of a quarter-hour.");
    }
  }

  private Value value(TableRow row, int column, SeriesKey key, ValueQuality quality)
      throws RowFault {
    String text = row.cell(column);
    BigDecimal number =
        (row.isNumber(column)
                ? CellNumber.ofWorkbook(text)
                : CellNumber.ofText(text, plan.decimalMark()))
            .orElseThrow(() ->
                fault(column, Fault.UNREADABLE_VALUE, "'" + text + "' is no number as mapped."));
    long energy = CellNumber.milliWattHours(number, plan.unit());
    if (energy < 0) {
      throw fault(
          column,
          DecimalText.fault(energy),
          "'" + text + "' is no energy from 0 to 1000000 kWh with up to six places in kWh.");
    }
    return new Value(row.number(), column, key, energy, quality);
  }

  private void put(Value value, TimeText.Time time, Object sequence) throws RowFault {
    switch (time) {
      case TimeText.Time.Exact(Instant exact) -> add(value, exact);
      case TimeText.Time.Local(LocalDateTime local) -> {
        LocalSequence rows = sequences.get(sequence);
        if (rows == null) {
          throw new IllegalStateException("not noted: " + local);
        }
        if (rows.kind(local) == LocalSequence.Kind.DOUBLED) {
          deferred.add(new Deferred(value, local, rows));
        } else {
          add(value, rows.clear(local));
        }
      }
    }
  }

  private void add(Value value, Instant at) {
    Instant start = plan.time().end() ? at.minus(Interval.QUARTER_HOUR) : at;
    String column = columnName(value.column());
    Addition addition =
        content.values().of(value.key()).add(start, value.milliWattHours(), value.quality());
    if (content.isLate(value.key().accountingPoint().value(), start)) {
      content.addedLate(addition);
      rejectLate(new RejectedValue(value.row(), column, Fault.TOO_LATE, content.lateDetail(), 1));
      return;
    }
    content.added(addition, value.row(), column, value.key() + " at " + start);
    if (firstRows.size() < FIRST_ROWS) {
      firstRows.add(
          new Preview.Row(
              value.row(),
              column,
              value.key().accountingPoint().value(),
              value.key().direction(),
              start,
              Energy.ofMilliWattHours(value.milliWattHours()).toKilowattHours().toPlainString(),
              value.quality()));
    }
  }

  private void rejectLate(RejectedValue rejection) {
    if (plan.value() == null) {
      content.reject(rejection);
    } else {
      content.rejectLine(rejection);
    }
  }

  /** Ends the reading. */
  void finish() {
    for (Deferred later : deferred) {
      long row = later.value().row();
      Optional<Instant> at = later.sequence().resolve(row, later.local());
      if (at.isPresent()) {
        add(later.value(), at.get());
      } else {
        reject(
            row,
            fault(
                later.value().column(),
                Fault.AMBIGUOUS_TIME,
                later.local() + " came twice, and the order of rows does not tell which it is."));
      }
    }
    content.sort();
  }

  /** A row with one value is lost with it. */
  private void reject(long row, RowFault fault) {
    content.rejectLine(rejection(row, fault));
  }

  private static RejectedValue rejection(long row, RowFault fault) {
    return new RejectedValue(row, fault.column(), fault.fault(), fault.detail(), fault.values());
  }

  private RowFault fault(int column, Fault fault, String detail) {
    return new RowFault(columnName(column), fault, detail, 1);
  }

  private String columnName(int column) {
    return name(columns, column);
  }

  /** Name of a column, or its number where a row is longer than the header. */
  static String name(List<String> columns, int index) {
    return index < columns.size() ? columns.get(index) : "#" + (index + 1);
  }
}

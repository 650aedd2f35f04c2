package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.syntax.Segment;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** Takes the quarter-hours of one register of a load profile. */
final class ProfileLine {
  private static final int QUARTER_HOUR = 900;
  private static final int MAX_DECIMALS = 3;
  private static final int MAX_INTEGER_DIGITS = 12;
  private static final long[] TO_MILLI_WATT_HOURS = {1_000_000, 100_000, 10_000, 1_000};

  private final MessageSink sink;
  private final SeriesBuilder series;
  private final long begin;
  private final long end;
  private final long messageTime;

  /**
   * A line.
   *
   * @param period transmission period; nothing if values may have any time
   */
  ProfileLine(MessageSink sink, SeriesBuilder series, @Nullable Interval period, long messageTime) {
    this.sink = sink;
    this.series = series;
    this.begin = period == null ? Long.MIN_VALUE : period.start().getEpochSecond();
    this.end = period == null ? Long.MAX_VALUE : period.end().getEpochSecond();
    this.messageTime = messageTime;
  }

  SeriesBuilder series() {
    return series;
  }

  /**
   * Takes a value that was recognised as a whole.
   *
   * @return false, with nothing changed, if there would be something to report
   */
  boolean takePlain(long from, long to, long milliWattHours, Shape shape) {
    boolean times = from != EdifactTime.INVALID && to != EdifactTime.INVALID;
    if (!times || intervalProblem(from, to) != null) {
      return false;
    }
    int index = series.index(from);
    return index >= 0 && series.put(index, milliWattHours, shape.quality(), shape.status());
  }

  /** The same for a value that was read. */
  boolean takeQuietly(ValueFields fields, Shape shape) {
    DecimalField number = fields.number();
    return problem(number) == null
        && takePlain(fields.from(), fields.to(), milliWattHours(number), shape);
  }

  /** Takes a value; reports what is wrong unless something was reported about it before. */
  void take(ValueGroup group, ValueFields fields, Shape shape, boolean report) {
    DecimalField number = fields.number();
    boolean exact = exact(group, number, report);
    if (report) {
      checkCodes(group, shape);
    }
    if (!checkInterval(group, fields, report)) {
      return;
    }
    int index = series.index(fields.from());
    if (index < 0) {
      report(group, FindingCode.INTERVAL_OUTSIDE_PERIOD, fields, "cannot be taken");
      return;
    }
    // A value that was refused fills its place too, so that it is not reported again as a gap.
    long milliWattHours = exact ? milliWattHours(number) : 0;
    if (!series.put(index, milliWattHours, filling(shape.quality()), shape.status())) {
      report(group, FindingCode.INTERVAL_REPEATED, fields, "comes twice");
    }
  }

  private static ValueQuality filling(ValueQuality quality) {
    return quality == ValueQuality.MISSING ? ValueQuality.UNUSABLE : quality;
  }

  private static long milliWattHours(DecimalField number) {
    return number.unscaled() * TO_MILLI_WATT_HOURS[number.decimals()];
  }

  private static @Nullable FindingCode problem(DecimalField number) {
    if (number.integerDigits() > MAX_INTEGER_DIGITS) {
      return FindingCode.VALUE_TOO_LARGE;
    }
    if (number.decimals() > MAX_DECIMALS) {
      return FindingCode.VALUE_TOO_PRECISE;
    }
    return number.negative() ? FindingCode.VALUE_NEGATIVE : null;
  }

  private boolean exact(ValueGroup group, DecimalField number, boolean report) {
    FindingCode problem = problem(number);
    if (problem != null && report) {
      Segment quantity = group.get(0).toSegment();
      String text = "the value '" + quantity.text(1, 2) + "' cannot be taken";
      sink.report(problem, quantity, 1, 2, text);
    }
    return problem == null;
  }

  private void checkCodes(ValueGroup group, Shape shape) {
    boolean known =
        switch (shape.code()) {
          case "220", "67", "Z18" -> true;
          default -> false;
        };
    if (!known) {
      String text = "a value is 220, 67 or Z18 here, not '" + shape.code() + "'";
      sink.report(FindingCode.CODE_NOT_ALLOWED, group.get(0).toSegment(), 1, 1, text);
    }
    if (!shape.unit().isEmpty()) {
      String text = "the unit follows from the OBIS code and must be empty";
      sink.report(FindingCode.FORMAT_VIOLATED, group.get(0).toSegment(), 1, 3, text);
    }
  }

  private boolean checkInterval(ValueGroup group, ValueFields fields, boolean report) {
    if (fields.from() == EdifactTime.INVALID || fields.to() == EdifactTime.INVALID) {
      if (report) {
        String text = "the value needs DTM+163 and DTM+164";
        sink.report(FindingCode.REQUIRED_ITEM_MISSING, group.get(0).toSegment(), 0, 0, text);
      }
      return false;
    }
    FindingCode problem = intervalProblem(fields.from(), fields.to());
    if (problem != null && report) {
      report(group, problem, fields, "cannot be taken");
    }
    return problem == null;
  }

  private @Nullable FindingCode intervalProblem(long from, long to) {
    if (to <= from) {
      return FindingCode.INTERVAL_EMPTY;
    }
    if (to - from != QUARTER_HOUR || from % QUARTER_HOUR != 0) {
      return FindingCode.INTERVAL_NOT_QUARTER_HOUR;
    }
    if (from < begin || to > end) {
      return FindingCode.INTERVAL_OUTSIDE_PERIOD;
    }
    return to > messageTime ? FindingCode.TIME_IMPLAUSIBLE : null;
  }

  private void report(ValueGroup group, FindingCode code, ValueFields fields, String problem) {
    Instant from = Instant.ofEpochSecond(fields.from());
    Instant to = Instant.ofEpochSecond(fields.to());
    String text = "the interval from " + from + " to " + to + " " + problem;
    sink.report(code, group.get(0).toSegment(), 0, 0, text);
  }
}

package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentCopy;
import org.nachbarstrom.edifact.core.syntax.SegmentView;
import org.nachbarstrom.edifact.core.syntax.Tag;
import org.nachbarstrom.quantities.Interval;

/** Number and times of one value. What is wrong is kept as {@linkplain #problems problems}. */
final class ValueFields {
  /** Something wrong in one of the value's segments. */
  record Problem(FindingCode code, int index, int element, int component, String text) {}

  private static final long BEGIN = SegmentView.code("163");
  private static final long END = SegmentView.code("164");
  private static final long USE = SegmentView.code("7");
  private static final long READ = SegmentView.code("9");
  private static final long CHANGED = SegmentView.code("60");
  private static final long PERIOD = SegmentView.code("306");
  private static final long FORMAT_303 = SegmentView.code("303");
  private static final long FORMAT_102 = SegmentView.code("102");
  private static final long FORMAT_610 = SegmentView.code("610");
  private static final int DAY_DIGITS = 8;
  private static final int MONTH_DIGITS = 6;

  private final DecimalField number;
  private final EdifactTime times = new EdifactTime();
  private final List<Problem> problems = new ArrayList<>();
  private final InterchangeReader reader;
  private long from;
  private long to;
  private long usedAt;
  private long readAt;
  private long changedAt;
  private long latest;
  private boolean utc;
  private @Nullable LocalDate readOn;
  private @Nullable ValueTime span;

  ValueFields(InterchangeReader reader) {
    this.reader = reader;
    this.number = new DecimalField(reader.options().lenient());
  }

  /** Reads a value; {@link #problems} says what is wrong with it. */
  void read(ValueGroup group) {
    problems.clear();
    from = EdifactTime.INVALID;
    to = EdifactTime.INVALID;
    usedAt = EdifactTime.INVALID;
    readAt = EdifactTime.INVALID;
    changedAt = EdifactTime.INVALID;
    latest = Long.MIN_VALUE;
    utc = true;
    readOn = null;
    span = null;
    byte mark = reader.segment().characters().decimal();
    FindingCode wrong = number.read(group.get(0), 1, 2, mark);
    if (wrong != null) {
      String text = "the value '" + group.get(0).text(1, 2) + "' cannot be taken";
      problems.add(new Problem(wrong, 0, 1, 2, text));
    }
    for (int i = 1; i < group.size(); i++) {
      if (group.get(i).tag() == Tag.DTM) {
        time(group.get(i), i);
      }
    }
  }

  List<Problem> problems() {
    return problems;
  }

  /** Whether a rule has nothing against the value. */
  boolean heldBy(ValueRule rule) {
    return problems.isEmpty()
        && number.decimals() <= rule.maxDecimals()
        && (rule.negative() || !number.negative())
        && (utc || !rule.utcOnly())
        && latest <= rule.latestEpochSecond();
  }

  DecimalField number() {
    return number;
  }

  /** Start of the interval, seconds since 1970, or {@link EdifactTime#INVALID}. */
  long from() {
    return from;
  }

  /** End of the interval, seconds since 1970, or {@link EdifactTime#INVALID}. */
  long to() {
    return to;
  }

  /** When the value holds; an interval that is empty is reported as a problem. */
  ValueTime time() {
    if (from != EdifactTime.INVALID && to != EdifactTime.INVALID) {
      return new ValueTime.Span(new Interval(at(from), at(to)));
    }
    if (usedAt != EdifactTime.INVALID) {
      return new ValueTime.Moment(
          at(usedAt), Optional.ofNullable(readOn), optional(readAt), optional(changedAt));
    }
    ValueTime period = span;
    return period == null ? new ValueTime.None() : period;
  }

  private static Instant at(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond);
  }

  private static Optional<Instant> optional(long epochSecond) {
    return epochSecond == EdifactTime.INVALID ? Optional.empty() : Optional.of(at(epochSecond));
  }

  private void time(SegmentCopy segment, int index) {
    long qualifier = segment.code(1, 1);
    long format = segment.code(1, 3);
    if (qualifier == PERIOD) {
      span = period(segment, format, index);
    } else if (qualifier == READ && format == FORMAT_102) {
      readOn = day(segment, index);
    } else {
      instant(segment, qualifier, index);
    }
  }

  private void instant(SegmentCopy segment, long qualifier, int index) {
    long time =
        segment.code(1, 3) == FORMAT_303 ? times.epochSecond(segment, 1, 2) : EdifactTime.INVALID;
    if (time == EdifactTime.INVALID) {
      format(segment, index, "303");
      return;
    }
    latest = Math.max(latest, time);
    utc = utc && EdifactTime.utc(segment, 1, 2);
    if (!put(qualifier, time)) {
      String text = "the value has the time " + segment.text(1, 1) + " twice";
      problems.add(new Problem(FindingCode.SEGMENT_REPEATED, index, 0, 0, text));
    }
  }

  /** Keeps a time; false if it is there already. Others than those known are the handbook's. */
  private boolean put(long qualifier, long time) {
    long before = EdifactTime.INVALID;
    if (qualifier == BEGIN) {
      before = from;
      from = time;
    } else if (qualifier == END) {
      before = to;
      to = time;
    } else if (qualifier == USE) {
      before = usedAt;
      usedAt = time;
    } else if (qualifier == READ) {
      before = readAt;
      readAt = time;
    } else if (qualifier == CHANGED) {
      before = changedAt;
      changedAt = time;
    }
    return before == EdifactTime.INVALID;
  }

  private @Nullable ValueTime period(SegmentCopy segment, long format, int index) {
    if (format == FORMAT_102) {
      LocalDate day = day(segment, index);
      return day == null ? null : new ValueTime.Day(day);
    }
    int month = format == FORMAT_610 ? digits(segment, MONTH_DIGITS) : -1;
    LocalDate first = month < 0 ? null : EdifactTime.date(month * 100 + 1);
    if (first == null) {
      format(segment, index, "102 or 610");
      return null;
    }
    return new ValueTime.Month(YearMonth.from(first));
  }

  private @Nullable LocalDate day(SegmentCopy segment, int index) {
    int date = digits(segment, DAY_DIGITS);
    LocalDate day = date < 0 ? null : EdifactTime.date(date);
    if (day == null) {
      format(segment, index, "102");
    }
    return day;
  }

  private static int digits(SegmentCopy segment, int count) {
    return segment.length(1, 2) == count
        ? EdifactTime.number(segment.bytes(), segment.start(1, 2), count)
        : -1;
  }

  private void format(SegmentCopy segment, int index, String expected) {
    String text = "the time must be of format " + expected + ", not '" + segment.text(1, 2) + "'";
    problems.add(new Problem(FindingCode.FORMAT_VIOLATED, index, 1, 2, text));
  }
}

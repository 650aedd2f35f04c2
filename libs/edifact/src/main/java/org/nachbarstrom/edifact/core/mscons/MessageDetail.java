package org.nachbarstrom.edifact.core.mscons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketLocationId;
import org.nachbarstrom.quantities.ObisCode;

/** The detail section of a 13025: one location, one period, registers with their values. */
final class MessageDetail {
  private static final int QUARTER_HOUR = 900;
  private static final int ELECTRICITY = 1;
  private static final int MAX_LINE_DIGITS = 6;
  private static final long DELIVERY_POINT = SegmentReader.code("DP");
  private static final long REPORTING_POINT = SegmentReader.code("172");
  private static final long BEGIN = SegmentReader.code("163");
  private static final long END = SegmentReader.code("164");
  private static final long FORMAT_303 = SegmentReader.code("303");
  private static final long PRODUCT = SegmentReader.code("5");
  private static final long OBIS = SegmentReader.code("SRW");

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final EdifactTime times;
  private final QuantityGroup group;
  private final long messageTime;
  private final List<RegisterSeries> series = new ArrayList<>();
  private String locationText = "";
  private Optional<MarketLocationId> location = Optional.empty();
  private long begin = EdifactTime.INVALID;
  private long end = EdifactTime.INVALID;
  private @Nullable Interval period;
  private @Nullable SeriesBuilder builder;
  private int locations;
  private int parties;
  private int lines;
  private boolean lineNamed;

  MessageDetail(InterchangeReader reader, EdifactTime times, long messageTime) {
    this.reader = reader;
    this.segment = reader.segment();
    this.times = times;
    this.group = new QuantityGroup(reader, times);
    this.messageTime = messageTime;
  }

  String locationText() {
    return locationText;
  }

  Optional<MarketLocationId> location() {
    return location;
  }

  @Nullable Interval period() {
    return period;
  }

  List<RegisterSeries> series() {
    return series;
  }

  /** NAD+DP; false if there is a second one. */
  boolean nad() {
    if (++parties > 1) {
      reader.report(FindingCode.REPETITION_EXCEEDED, 0, 0, "a message has one NAD+DP");
      return false;
    }
    if (segment.code(1, 1) != DELIVERY_POINT) {
      String text = "13025 has NAD+DP here, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 0, text);
    }
    return true;
  }

  /** LOC+172; false if there is a second one. */
  boolean loc() {
    if (++locations > 1) {
      reader.report(FindingCode.REPETITION_EXCEEDED, 0, 0, "a message has one LOC+172");
      return false;
    }
    if (segment.code(1, 1) != REPORTING_POINT) {
      String text = "13025 has LOC+172 here, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 0, text);
    }
    locationText = segment.text(2, 1);
    location = MarketLocationId.tryParse(locationText);
    if (locationText.isEmpty()) {
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 2, 1, "the market location is missing");
    } else if (location.isEmpty()) {
      reader.report(
          FindingCode.FORMAT_VIOLATED,
          2,
          1,
          "'" + locationText + "' is no market location: 11 digits, the last a check digit");
    }
    return true;
  }

  /** DTM of the transmission period. */
  void dtm() {
    long qualifier = segment.code(1, 1);
    boolean first = qualifier == BEGIN;
    if (!first && qualifier != END) {
      String text = "the period has 163 and 164, not '" + segment.text(1, 1) + "'";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 1, 1, text);
      return;
    }
    if ((first ? begin : end) != EdifactTime.INVALID) {
      reader.report(FindingCode.SEGMENT_REPEATED, 0, 0, "the period has the time twice");
      return;
    }
    long time =
        segment.code(1, 3) == FORMAT_303 ? times.epochSecond(segment, 1, 2) : EdifactTime.INVALID;
    if (time == EdifactTime.INVALID) {
      String text = "a time must be of format 303, not '" + segment.text(1, 2) + "'";
      reader.report(FindingCode.FORMAT_VIOLATED, 1, 2, text);
    } else if (first) {
      begin = time;
    } else {
      end = time;
    }
  }

  /** LIN begins a register; false if the values cannot be read because the period is wrong. */
  boolean lin() {
    endLine();
    if (++lines == 1 && !openPeriod()) {
      return false;
    }
    lineNamed = false;
    checkLineNumber();
    return true;
  }

  /** PIA names the register. */
  void pia() {
    if (segment.code(1, 1) != PRODUCT || segment.code(2, 2) != OBIS) {
      String text = "a register is named by PIA+5 with an OBIS code (SRW)";
      reader.report(FindingCode.CODE_NOT_ALLOWED, 2, 2, text);
      lineNamed = true;
      return;
    }
    if (lineNamed) {
      reader.report(FindingCode.REPETITION_EXCEEDED, 0, 0, "a register has one OBIS code");
      return;
    }
    lineNamed = true;
    String text = segment.text(2, 1);
    Optional<ObisCode> obis = ObisCode.tryParse(text);
    if (obis.isEmpty() || !imported(obis.get())) {
      String problem = "'" + text + "' is no active-energy load profile 1-b:1.29.0 or 1-b:2.29.0";
      reader.report(FindingCode.OBIS_NOT_IMPORTED, 2, 1, problem);
    } else if (series.stream().anyMatch(other -> other.obis().sameRegister(obis.get()))) {
      String problem = "the register " + text + " comes twice in the message";
      reader.report(FindingCode.REPETITION_EXCEEDED, 2, 1, problem);
    } else {
      openSeries(obis.get());
    }
  }

  /** QTY begins a value. */
  void qty() {
    endValue();
    checkLineName();
    group.qty();
  }

  QuantityGroup group() {
    return group;
  }

  /** Ends the section. */
  void finish() {
    endLine();
    if (lines == 0) {
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 0, 0, "the message has no register (LIN)");
    }
  }

  private boolean openPeriod() {
    if (begin == EdifactTime.INVALID || end == EdifactTime.INVALID) {
      String text = "the transmission period needs DTM+163 and DTM+164 behind LOC";
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 0, 0, text);
      return false;
    }
    Instant from = Instant.ofEpochSecond(begin);
    Instant to = Instant.ofEpochSecond(end);
    if (begin >= end) {
      String text = "the transmission period from " + from + " to " + to + " is empty";
      reader.report(FindingCode.PERIOD_EMPTY, 0, 0, text);
      return false;
    }
    if (begin % QUARTER_HOUR != 0 || end % QUARTER_HOUR != 0) {
      String text = "the transmission period must begin and end on a quarter-hour";
      reader.report(FindingCode.INTERVAL_NOT_QUARTER_HOUR, 0, 0, text);
      return false;
    }
    return openPeriod(from, to);
  }

  private boolean openPeriod(Instant from, Instant to) {
    if ((end - begin) / QUARTER_HOUR > reader.options().limits().maxValues()) {
      reportTooLong();
      return false;
    }
    period = new Interval(from, to);
    return true;
  }

  private void openSeries(ObisCode obis) {
    Interval span = period;
    if (span == null) {
      return;
    }
    if ((series.size() + 1L) * span.quarterHours() > reader.options().limits().maxValues()) {
      reportTooLong();
      return;
    }
    builder = new SeriesBuilder(obis, span);
  }

  private void reportTooLong() {
    String limit = "a message holds at most " + reader.options().limits().maxValues() + " values";
    reader.report(FindingCode.PERIOD_TOO_LONG, 0, 0, limit);
  }

  private static boolean imported(ObisCode obis) {
    return obis.medium() == ELECTRICITY
        && obis.isLoadProfile()
        && obis.tariff() == 0
        && obis.direction().isPresent();
  }

  private void checkLineNumber() {
    int length = segment.length(1, 1);
    if (length == 0) {
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 1, 0, "the line number is missing");
    } else if (length > MAX_LINE_DIGITS) {
      reader.report(FindingCode.ELEMENT_TOO_LONG, 1, 0, "the line number has over 6 digits");
    }
    for (int i = 0; i < length; i++) {
      byte digit = segment.byteAt(1, 1, i);
      if (digit < '0' || digit > '9') {
        reader.report(FindingCode.ELEMENT_NOT_NUMERIC, 1, 0, "the line number is no number");
        return;
      }
    }
  }

  private void checkLineName() {
    if (lines > 0 && !lineNamed) {
      lineNamed = true;
      reader.report(FindingCode.REQUIRED_ITEM_MISSING, 0, 0, "PIA with the OBIS code is missing");
    }
  }

  private void endLine() {
    endValue();
    checkLineName();
    SeriesBuilder finished = builder;
    builder = null;
    if (finished == null) {
      return;
    }
    if (finished.missing() > 0) {
      String text =
          finished.obis()
              + " lacks "
              + finished.missing()
              + " quarter-hours of the transmission period, first "
              + finished.firstGap();
      reader.report(FindingCode.SERIES_INCOMPLETE, 0, 0, text);
    }
    series.add(finished.build());
  }

  private void endValue() {
    // A value that was refused fills its place too, so that it is not reported again as a gap.
    if (group.finish() && checkInterval()) {
      SeriesBuilder current = builder;
      if (current == null) {
        return;
      }
      int index = (int) ((group.from() - begin) / QUARTER_HOUR);
      if (!current.put(index, group.milliWattHours(), group.quality())) {
        String text = "the quarter-hour from " + Instant.ofEpochSecond(group.from()) + " is double";
        group.report(FindingCode.INTERVAL_REPEATED, text);
      }
    }
  }

  private boolean checkInterval() {
    long from = group.from();
    long to = group.to();
    FindingCode problem = null;
    if (to <= from) {
      problem = FindingCode.INTERVAL_EMPTY;
    } else if (to - from != QUARTER_HOUR || from % QUARTER_HOUR != 0) {
      problem = FindingCode.INTERVAL_NOT_QUARTER_HOUR;
    } else if (from < begin || to > end) {
      problem = FindingCode.INTERVAL_OUTSIDE_PERIOD;
    } else if (messageTime != EdifactTime.INVALID && to > messageTime) {
      problem = FindingCode.TIME_IMPLAUSIBLE;
    }
    if (problem == null) {
      return true;
    }
    String text = Instant.ofEpochSecond(from) + " to " + Instant.ofEpochSecond(to);
    group.report(problem, "the interval from " + text + " cannot be taken");
    return false;
  }
}

package org.nachbarstrom.edifact.core.mscons;

import org.nachbarstrom.edifact.core.ahb.ValueRule;
import org.nachbarstrom.edifact.core.interchange.InterchangeReader;
import org.nachbarstrom.edifact.core.syntax.SegmentReader;
import org.nachbarstrom.edifact.core.syntax.ServiceCharacters;

/**
 * Recognises values of load profiles as a whole, byte by byte: QTY with a number, begin and end of
 * a quarter-hour in UTC, and statuses that came before. What is not exactly so, or would lead to a
 * finding, is left to the general way, so that both always come to the same.
 */
final class PlainIntervals {
  private static final int QUANTITY = PlainBytes.four("QTY+");
  private static final long BEGIN = PlainBytes.eight("DTM+163:");
  private static final long END = PlainBytes.eight("DTM+164:");
  private static final long ZONE = PlainBytes.eight("?+00:303");
  private static final int TIME_LENGTH = 8 + EdifactTime.DIGITS + 8 + 1;
  // QTY, code, number, both times with a line break of two characters each, and the next tag.
  private static final int MAX_VALUE = 4 + 4 + 17 + 2 * (TIME_LENGTH + 2) + 8;
  private static final int MAX_CODE = 3;
  private static final int MAX_INTEGER_DIGITS = 12;
  private static final int MAX_DECIMALS = 3;
  private static final int MIN_SEGMENT_BYTES = 64;
  private static final int INTERVAL_SEGMENTS = 3;
  private static final int QUARTER_HOUR = 900;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final long[] TO_MILLI_WATT_HOURS = {1_000_000, 100_000, 10_000, 1_000};

  private final InterchangeReader reader;
  private final SegmentReader segment;
  private final EdifactTime times = new EdifactTime();
  private final boolean anyMark;
  private byte mark;
  private int at;
  private long code;
  private long milliWattHours;
  private int decimals;
  private long from;
  private long to;
  private long endDate;
  private int endClock;
  private long date;
  private long day;

  PlainIntervals(InterchangeReader reader) {
    this.reader = reader;
    this.segment = reader.segment();
    this.anyMark = reader.options().lenient();
  }

  /** Whether the interchange is written so that its values can be recognised. */
  boolean applicable() {
    ServiceCharacters characters = segment.characters();
    ServiceCharacters usual = ServiceCharacters.DEFAULT;
    return characters.component() == usual.component()
        && characters.element() == usual.element()
        && characters.release() == usual.release()
        && characters.terminator() == usual.terminator()
        && segment.limits().maxBytes() >= MIN_SEGMENT_BYTES;
  }

  /** Takes values behind the current segment as long as they are recognised. */
  void run(ShapeMemo shapes, ProfileLine line) {
    mark = segment.characters().decimal();
    byte[] bytes = segment.window();
    int end = segment.windowEnd();
    int start = PlainBytes.skipBreaks(bytes, segment.windowStart(), end);
    int taken = segment.windowStart();
    int segments = 0;
    to = EdifactTime.INVALID;
    endDate = 0;
    while (start + MAX_VALUE <= end && read(bytes, start)) {
      Shape shape = shapes.recognise(code, bytes, at, end);
      if (shape == null || !allowed(shape) || !line.takePlain(from, to, milliWattHours, shape)) {
        break;
      }
      byte[][] statuses = shape.statusSegments();
      start = PlainBytes.behindStatuses(statuses, bytes, at, end);
      taken = start;
      segments += INTERVAL_SEGMENTS + statuses.length;
    }
    reader.pass(taken - segment.windowStart(), segments);
  }

  private boolean allowed(Shape shape) {
    ValueRule rule = shape.rule();
    return rule != null && decimals <= rule.maxDecimals() && to <= rule.latestEpochSecond();
  }

  /** Reads one value but for its statuses; leaves {@link #at} behind it. */
  private boolean read(byte[] bytes, int start) {
    at = start;
    if (PlainBytes.four(bytes, start) != QUANTITY || !readCode(bytes, start + 4)) {
      return false;
    }
    return readNumber(bytes, at) && readTimes(bytes);
  }

  private boolean readCode(byte[] bytes, int start) {
    code = 0;
    int i = start;
    while (i < start + MAX_CODE && bytes[i] != ':') {
      code = (code << Byte.SIZE) | (bytes[i] & 0xff);
      i++;
    }
    at = i + 1;
    return bytes[i] == ':';
  }

  private boolean readNumber(byte[] bytes, int start) {
    int i = start;
    long value = 0;
    int digit = bytes[i] - '0';
    while (digit >= 0 && digit <= 9 && i < start + MAX_INTEGER_DIGITS) {
      value = value * 10 + digit;
      digit = bytes[++i] - '0';
    }
    decimals = 0;
    milliWattHours = value;
    at = i;
    boolean number = i > start && (bytes[i] == '\'' || readDecimals(bytes, i));
    milliWattHours *= TO_MILLI_WATT_HOURS[decimals];
    return number && bytes[at++] == '\'';
  }

  private boolean readDecimals(byte[] bytes, int start) {
    byte character = bytes[start];
    if (character != mark && !(anyMark && (character == '.' || character == ','))) {
      return false;
    }
    int i = start + 1;
    long value = milliWattHours;
    int digit = bytes[i] - '0';
    while (digit >= 0 && digit <= 9 && i <= start + MAX_DECIMALS) {
      value = value * 10 + digit;
      digit = bytes[++i] - '0';
    }
    milliWattHours = value;
    decimals = i - start - 1;
    at = i;
    return decimals > 0;
  }

  private boolean readTimes(byte[] bytes) {
    int begin = PlainBytes.skipBreaks(bytes, at, at + 2);
    int end = PlainBytes.skipBreaks(bytes, begin + TIME_LENGTH, begin + TIME_LENGTH + 2);
    if (!time(bytes, begin, BEGIN) || !time(bytes, end, END)) {
      return false;
    }
    long previous = to;
    boolean contiguous =
        PlainBytes.eight(bytes, begin + 8) == endDate
            && PlainBytes.four(bytes, begin + 16) == endClock;
    from = contiguous ? previous : clock(bytes, begin + 8);
    to = clock(bytes, end + 8);
    endDate = PlainBytes.eight(bytes, end + 8);
    endClock = PlainBytes.four(bytes, end + 16);
    at = end + TIME_LENGTH;
    return from != EdifactTime.INVALID && to - from == QUARTER_HOUR;
  }

  /** Reads the clock alone where the date is the one before. */
  private long clock(byte[] bytes, int start) {
    long newDate = PlainBytes.eight(bytes, start);
    if (newDate == date) {
      int hour = EdifactTime.number(bytes, start + 8, 2);
      int minute = EdifactTime.number(bytes, start + 10, 2);
      boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
      return valid ? day + hour * 3600L + minute * 60L : EdifactTime.INVALID;
    }
    long time = times.clock(bytes, start);
    if (time != EdifactTime.INVALID) {
      date = newDate;
      day = time - Math.floorMod(time, SECONDS_PER_DAY);
    }
    return time;
  }

  private static boolean time(byte[] bytes, int start, long beginning) {
    return PlainBytes.eight(bytes, start) == beginning
        && PlainBytes.eight(bytes, start + 8 + EdifactTime.DIGITS) == ZONE
        && bytes[start + TIME_LENGTH - 1] == '\'';
  }
}

package org.nachbarstrom.metering.upload.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.upload.DecimalText;

/** The members of a line as they stand there; reused from line to line. */
final class LineMembers {
  /** Values and readings that a line may have; a year has 35 136 quarter-hours. */
  static final int MOST_VALUES = 40_000;

  /** Stands in {@link #value} for JSON null: nothing is said of the quarter-hour. */
  static final long NONE = Long.MIN_VALUE;

  /** Members that are texts. */
  enum Text {
    ACCOUNTING_POINT("accountingPoint"),
    METERING_POINT("meteringPoint"),
    DIRECTION("direction"),
    OBIS("obis"),
    DEVICE_NUMBER("deviceNumber"),
    START("start"),
    QUALITY("quality");

    private final String member;

    Text(String member) {
      this.member = member;
    }

    String member() {
      return member;
    }

    static @Nullable Text of(String member) {
      for (Text text : values()) {
        if (text.member.equals(member)) {
          return text;
        }
      }
      return null;
    }
  }

  /** Some values in a row and their quality. */
  record Run(String quality, int count) {}

  /** A reading as it stands there; what is absent is empty. */
  record RawReading(String at, String value, String quality) {}

  private final Map<Text, String> texts = new EnumMap<>(Text.class);
  private final List<Run> runs = new ArrayList<>();
  private final List<RawReading> readings = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private long[] values = new long[96];
  private int count;
  private boolean hasRuns;
  private boolean hasValues;
  private boolean hasReadings;

  void clear() {
    texts.clear();
    runs.clear();
    readings.clear();
    unreadable.clear();
    count = 0;
    hasRuns = false;
    hasValues = false;
    hasReadings = false;
  }

  /** The text, or null if the member is absent. */
  @Nullable String text(Text member) {
    return texts.get(member);
  }

  /** Notes a text; false if it is there already. */
  boolean put(Text member, String text) {
    return texts.putIfAbsent(member, text) == null;
  }

  boolean beginRuns() {
    boolean first = !hasRuns;
    hasRuns = true;
    return first;
  }

  boolean beginValues() {
    boolean first = !hasValues;
    hasValues = true;
    return first;
  }

  boolean beginReadings() {
    boolean first = !hasReadings;
    hasReadings = true;
    return first;
  }

  boolean hasRuns() {
    return hasRuns;
  }

  boolean hasValues() {
    return hasValues;
  }

  boolean hasReadings() {
    return hasReadings;
  }

  List<Run> runs() {
    return runs;
  }

  List<RawReading> readings() {
    return readings;
  }

  /** Adds a number or text as the next value. */
  void addValue(String text) {
    long value = DecimalText.milliWattHours(text);
    if (value < 0) {
      unreadable.add(text);
    }
    append(value);
  }

  /** Adds nothing as the next value. */
  void addNone() {
    append(NONE);
  }

  private void append(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  int count() {
    return count;
  }

  /** In 10⁻⁶ kWh, {@link #NONE}, or what {@link DecimalText} answers for no energy. */
  long value(int index) {
    return values[index];
  }

  /** The texts of the values that are no energies, in order. */
  List<String> unreadable() {
    return unreadable;
  }

  /** How many values and readings were read. */
  int size() {
    int said = 0;
    for (int i = 0; i < count; i++) {
      said += values[i] == NONE ? 0 : 1;
    }
    return said + readings.size();
  }
}

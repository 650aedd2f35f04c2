package org.nachbarstrom.metering.upload.table;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * A mapping that fits its file: every column is known by its index, every text has been read.
 *
 * @param layout how rows are found
 * @param time how times are read
 * @param unit of the values
 * @param decimalMark of numbers that are texts
 * @param wide columns of values by index; empty for the long form
 * @param value where a value stands; null for the wide form
 * @param quality of values of which no column says it
 */
record Plan(
    Layout layout,
    TimePlan time,
    FileMapping.Unit unit,
    char decimalMark,
    Map<Integer, SeriesKey> wide,
    @Nullable ValuePlan value,
    @Nullable ValueQuality quality) {
  /** How rows are found. */
  record Layout(
      Charset charset, char separator, @Nullable String sheet, int skipRows, boolean headerRow) {}

  /**
   * How times are read.
   *
   * @param column index
   * @param timeOfDay index of the time of day, or −1
   * @param format reader of texts
   * @param zone of local times; null: all times have an offset
   * @param end whether a time is the end of its quarter-hour
   */
  record TimePlan(int column, int timeOfDay, TimeText format, @Nullable ZoneId zone, boolean end) {}

  /**
   * Where a value stands; indexes are −1 where all rows have the same.
   *
   * @param column the value
   * @param point its accounting point
   * @param direction its direction
   * @param quality its quality
   * @param constantPoint of all values, or null
   * @param constantDirection of all values, or null
   * @param qualityCodes what texts of the quality column mean
   */
  record ValuePlan(
      int column,
      int point,
      int direction,
      int quality,
      @Nullable String constantPoint,
      @Nullable EnergyDirection constantDirection,
      Map<String, ValueQuality> qualityCodes) {}
}

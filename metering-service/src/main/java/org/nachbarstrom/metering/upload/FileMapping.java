package org.nachbarstrom.metering.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * How the columns of a file are understood. Columns are named as in the header row, or {@code #3}
 * for the third. What is null is absent; the form is {@code schemas/upload-mapping/v1/schema.json}.
 *
 * @param form one value per row, or one column per series
 * @param separator of a CSV file: one character
 * @param charset of a CSV file: {@code UTF-8} or {@code ISO-8859-1}
 * @param decimalMark of numbers that are texts: a dot or a comma
 * @param sheet name of the sheet of a workbook; null: the first one
 * @param skipRows how many rows stand before the header row or, without one, the first value
 * @param headerRow whether columns have names
 * @param unit of the values
 * @param time where the time of a row stands
 * @param series {@link Form#WIDE}: what the columns are of
 * @param value {@link Form#LONG}: where the value of a row stands, and what it is of
 * @param quality of all values, if no column says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileMapping(
    @Nullable Form form,
    @Nullable String separator,
    @Nullable String charset,
    @Nullable String decimalMark,
    @Nullable String sheet,
    @Nullable Integer skipRows,
    @Nullable Boolean headerRow,
    @Nullable Unit unit,
    @Nullable TimeColumn time,
    @Nullable List<SeriesColumn> series,
    @Nullable ValueColumns value,
    @Nullable ValueQuality quality) {
  /**
   * The same with generation instead of consumption where that is known: column by column, or of
   * all values if it is of all their points.
   *
   * @param feedingIn by accounting point whether it feeds in
   */
  FileMapping feedingIn(Map<String, Boolean> feedingIn) {
    boolean all = !feedingIn.isEmpty() && !feedingIn.containsValue(false);
    return new FileMapping(
        form,
        separator,
        charset,
        decimalMark,
        sheet,
        skipRows,
        headerRow,
        unit,
        time,
        series == null ? null : series.stream().map(one -> one.feedingIn(feedingIn)).toList(),
        value == null || !all ? value : value.feedingIn(),
        quality);
  }

  /** Arrangements of values. */
  public enum Form {
    /** One value per row. */
    LONG,
    /** A column per series. */
    WIDE
  }

  /** Units of values. */
  public enum Unit {
    /** Kilowatt-hours in the quarter-hour. */
    KWH,
    /** Watt-hours in the quarter-hour. */
    WH,
    /** Mean power in kilowatt; a quarter of it is the energy. */
    KW
  }

  /** Which end of a quarter-hour a time is. */
  public enum Mark {
    /** Its start. */
    START,
    /** Its end. */
    END
  }

  /**
   * Where the time of a row stands.
   *
   * @param column date and time, or the date alone
   * @param timeOfDayColumn the time of day, if the other column is the date alone
   * @param format pattern of texts such as {@code dd.MM.uuuu HH:mm}, or {@code ISO}; it may have an
   *     offset but no name of a zone
   * @param zone of times without offset, such as {@code Europe/Berlin} or {@code +01:00}; whole
   *     quarter-hours from UTC
   * @param mark which end of the quarter-hour it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TimeColumn(
      @Nullable String column,
      @Nullable String timeOfDayColumn,
      @Nullable String format,
      @Nullable String zone,
      @Nullable Mark mark) {}

  /**
   * A column of values.
   *
   * @param column the column
   * @param accountingPoint whose values they are
   * @param direction which way the energy flows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SeriesColumn(
      @Nullable String column,
      @Nullable String accountingPoint,
      @Nullable EnergyDirection direction) {
    private SeriesColumn feedingIn(Map<String, Boolean> feedingIn) {
      return accountingPoint != null && feedingIn.getOrDefault(accountingPoint, false)
          ? new SeriesColumn(column, accountingPoint, EnergyDirection.GENERATION)
          : this;
    }
  }

  /**
   * Where a value stands and what it is of.
   *
   * @param column the value
   * @param pointColumn its accounting point, if it is not the same in all rows
   * @param accountingPoint of all values, if no column says it
   * @param directionColumn a direction or an OBIS code, if it is not the same in all rows
   * @param direction of all values, if no column says it
   * @param qualityColumn its quality, if it is not the same in all rows
   * @param qualityCodes what the texts of that column mean, if they are no qualities themselves
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ValueColumns(
      @Nullable String column,
      @Nullable String pointColumn,
      @Nullable String accountingPoint,
      @Nullable String directionColumn,
      @Nullable EnergyDirection direction,
      @Nullable String qualityColumn,
      @Nullable Map<String, ValueQuality> qualityCodes) {
    private ValueColumns feedingIn() {
      return direction == null
          ? this
          : new ValueColumns(
              column,
              pointColumn,
              accountingPoint,
              directionColumn,
              EnergyDirection.GENERATION,
              qualityColumn,
              qualityCodes);
    }
  }
}

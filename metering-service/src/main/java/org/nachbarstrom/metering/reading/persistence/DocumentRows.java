package org.nachbarstrom.metering.reading.persistence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.reading.DocumentStore.KnownQuantity;
import org.nachbarstrom.metering.reading.DocumentStore.KnownReading;
import org.nachbarstrom.metering.reading.DocumentStore.Moments;
import org.nachbarstrom.metering.reading.EnergyQuantity;
import org.nachbarstrom.metering.reading.MeteredObject;
import org.nachbarstrom.metering.reading.QuantityPeriod;
import org.nachbarstrom.metering.reading.QuantityPurpose;
import org.nachbarstrom.metering.reading.Reading;
import org.nachbarstrom.metering.reading.SourceDocument;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Reads rows of documents joined with their values. */
final class DocumentRows {
  private static final String SPAN = "SPAN";
  private static final String MONTH = "MONTH";
  private static final String DAY = "DAY";

  private DocumentRows() {}

  static KnownReading reading(Row row) {
    Reading reading =
        new Reading(
            ObisCode.parse(row.getString("obis")),
            row.getBigDecimal("value"),
            ValueQuality.valueOf(row.getString("quality")),
            instant(row, "at"),
            row.getLocalDate("read_on"),
            optionalInstant(row, "read_at"),
            optionalInstant(row, "changed_at"),
            ValueStatus.parse(row.getString("status")));
    return new KnownReading(object(row), row.getString("device_number"), reading, source(row));
  }

  static Moments moments(Row row) {
    return new Moments(
        object(row), new Interval(instant(row, "first_at"), instant(row, "last_at").plusMillis(1)));
  }

  static KnownQuantity quantity(Row row) {
    EnergyQuantity quantity =
        new EnergyQuantity(
            ObisCode.parse(row.getString("obis")),
            row.getBigDecimal("value"),
            ValueQuality.valueOf(row.getString("quality")),
            period(row),
            ValueStatus.parse(row.getString("status")));
    return new KnownQuantity(
        object(row), QuantityPurpose.valueOf(row.getString("purpose")), quantity, source(row));
  }

  /** How the kind of a period is kept. */
  static String kind(QuantityPeriod period) {
    return switch (period) {
      case QuantityPeriod.Span span -> SPAN;
      case QuantityPeriod.Month month -> MONTH;
      case QuantityPeriod.Day day -> DAY;
    };
  }

  private static QuantityPeriod period(Row row) {
    Interval interval = new Interval(instant(row, "starts_at"), instant(row, "ends_at"));
    return switch (row.getString("period")) {
      case MONTH ->
          new QuantityPeriod.Month(YearMonth.from(QuantityPeriod.MARKET.dayOf(interval.start())));
      case DAY -> new QuantityPeriod.Day(QuantityPeriod.MARKET.dayOf(interval.start()));
      default -> new QuantityPeriod.Span(interval);
    };
  }

  private static MeteredObject object(Row row) {
    return new MeteredObject(
        MeteredObject.Kind.valueOf(row.getString("object_kind")), row.getString("object_id"));
  }

  private static SourceDocument source(Row row) {
    return new SourceDocument(
        row.getString("sender"),
        row.getString("document_number"),
        new Origin(
            instant(row, "message_time"), instant(row, "received_at"), row.getString("reference")));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant optionalInstant(Row row, String column) {
    OffsetDateTime value = row.getOffsetDateTime(column);
    return value == null ? null : value.toInstant();
  }
}

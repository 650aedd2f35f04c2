package org.nachbarstrom.metering.plausibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.plausibility.RejectedValue;
import org.nachbarstrom.metering.plausibility.RejectedValues;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Rejected values as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlRejectedValues implements RejectedValues {
  private static final String ADD =
      """
      insert into rejected_value (tenant, accounting_point, direction, starts_at, recorded_at,
        message_time, received_at, reference, quantity, quality, status)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
      """;
  private static final String OF =
      """
      select * from rejected_value
      where accounting_point = $1 and direction = $2 and starts_at >= $3 and starts_at < $4
      order by recorded_at, starts_at\
      """;

  private final Sql sql;

  SqlRejectedValues(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(
      Tenant tenant, SeriesKey key, List<RejectedValue> values, Instant recordedAt) {
    List<@Nullable Object[]> rows = new ArrayList<>(values.size());
    for (RejectedValue value : values) {
      rows.add(
          new @Nullable Object[] {
            tenant.id(),
            key.accountingPoint().value(),
            key.direction().name(),
            utc(value.start()),
            utc(recordedAt),
            utc(value.message().messageTime()),
            utc(value.message().receivedAt()),
            value.message().reference(),
            value.milliWattHours(),
            value.quality().name(),
            value.status().text()
          });
    }
    return sql.batch(ADD, rows);
  }

  @Override
  public Uni<List<RejectedValue>> of(SeriesKey key, Interval interval) {
    return sql.query(
            OF,
            key.accountingPoint().value(),
            key.direction().name(),
            utc(interval.start()),
            utc(interval.end()))
        .map(rows -> rows.stream().map(SqlRejectedValues::value).toList());
  }

  private static RejectedValue value(Row row) {
    Origin message =
        new Origin(
            row.getOffsetDateTime("message_time").toInstant(),
            row.getOffsetDateTime("received_at").toInstant(),
            row.getString("reference"));
    return new RejectedValue(
        row.getOffsetDateTime("starts_at").toInstant(),
        message,
        row.getLong("quantity"),
        ValueQuality.valueOf(row.getString("quality")),
        ValueStatus.parse(row.getString("status")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

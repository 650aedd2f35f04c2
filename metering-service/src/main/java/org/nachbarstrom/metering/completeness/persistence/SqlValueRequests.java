package org.nachbarstrom.metering.completeness.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.metering.completeness.ValueRequest;
import org.nachbarstrom.metering.completeness.ValueRequests;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Requests as rows that are never changed; the tenant is held by row-level security. */
@ApplicationScoped
class SqlValueRequests implements ValueRequests {
  private static final String SELECT =
      """
      select accounting_point, from_day, to_day, note, requested_at from value_request where\
      """;
  private static final String FIND = SELECT + " accounting_point = $1 and request_key = $2";
  private static final String OVERLAPPING =
      SELECT
          + """
           accounting_point = any($1) and from_day < $3 and to_day > $2 and requested_at <= $4
          order by requested_at\
          """;
  private static final String LIST =
      SELECT + " accounting_point = $1 and requested_at > $2 order by requested_at limit $3";
  private static final String APPEND =
      """
      insert into value_request
        (tenant, accounting_point, request_key, from_day, to_day, note, requested_at)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;

  private final Sql sql;

  SqlValueRequests(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, AccountingPointId point) {
    return sql.lock("value request " + tenant.id() + " " + point.value());
  }

  @Override
  public Uni<Optional<ValueRequest>> find(AccountingPointId point, String key) {
    return sql.query(FIND, point.value(), key)
        .map(rows -> rows.stream().findFirst().map(SqlValueRequests::request));
  }

  @Override
  public Uni<Void> append(Tenant tenant, String key, ValueRequest request) {
    return sql.execute(
            APPEND,
            tenant.id(),
            request.accountingPoint().value(),
            key,
            request.days().from(),
            request.days().end().orElseThrow(),
            request.note(),
            utc(request.requestedAt()))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<ValueRequest>> overlapping(
      Collection<AccountingPointId> points, DateRange days, Instant asKnownAt) {
    String[] ids = points.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(OVERLAPPING, ids, days.from(), days.end().orElseThrow(), utc(asKnownAt))
        .map(SqlValueRequests::requests);
  }

  @Override
  public Uni<List<ValueRequest>> list(AccountingPointId point, Instant after, int limit) {
    return sql.query(LIST, point.value(), utc(after), limit).map(SqlValueRequests::requests);
  }

  private static List<ValueRequest> requests(List<Row> rows) {
    return rows.stream().map(SqlValueRequests::request).toList();
  }

  private static ValueRequest request(Row row) {
    return new ValueRequest(
        new AccountingPointId(row.getString("accounting_point")),
        new DateRange(row.getLocalDate("from_day"), row.getLocalDate("to_day")),
        row.getString("note"),
        row.getOffsetDateTime("requested_at").toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

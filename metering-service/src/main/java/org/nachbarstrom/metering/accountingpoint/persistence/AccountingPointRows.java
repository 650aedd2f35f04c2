package org.nachbarstrom.metering.accountingpoint.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.accountingpoint.UnassignedSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Accounting points as entities; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class AccountingPointRows implements AccountingPoints, PanacheRepository<AccountingPointRow> {
  private static final String NEWEST =
      """
      from AccountingPointRow point where point.accountingPoint > ?1 and point.revision =
        (select max(other.revision) from AccountingPointRow other
         where other.tenant = point.tenant and other.accountingPoint = point.accountingPoint)
      order by point.accountingPoint\
      """;
  private static final String NEWEST_OF =
      """
      select distinct on (accounting_point) accounting_point, direction, valid_from, valid_to
      from accounting_point where accounting_point = any($1)
      order by accounting_point, revision desc\
      """;
  private static final String UNASSIGNED =
      """
      select s.accounting_point, s.direction,
        min(d.received_at) as first_received_at, max(d.received_at) as last_received_at,
        min(d.utc_day) as first_day, max(d.utc_day) as last_day
      from series s
      join series_day_block d using (tenant, accounting_point, direction)
      where s.accounting_point || '/' || s.direction > $1 and not exists (
        select from accounting_point p
        where p.tenant = s.tenant and p.accounting_point = s.accounting_point)
      and not exists (
        select from point_metering m
        where m.tenant = s.tenant and m.metering_point = s.accounting_point
          and m.revision = (select max(n.revision) from point_metering n
            where n.tenant = m.tenant and n.accounting_point = m.accounting_point)
          and s.direction = (select p.direction from accounting_point p
            where p.tenant = m.tenant and p.accounting_point = m.accounting_point
            order by p.revision desc limit 1))
      group by s.accounting_point, s.direction
      order by s.accounting_point || '/' || s.direction
      limit $2\
      """;

  private final Sql sql;

  AccountingPointRows(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, AccountingPointId id) {
    return sql.query(
            "select pg_advisory_xact_lock(hashtextextended('point ' || $1 || ' ' || $2, 0))",
            tenant.id(),
            id.value())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Revised>> find(AccountingPointId id) {
    return find("accountingPoint = ?1 order by revision desc", id.value())
        .firstResult()
        .map(row -> Optional.ofNullable(row).map(AccountingPointRow::revised));
  }

  /** Not as entities: every later statement of the transaction would look whether they changed. */
  @Override
  public Uni<Map<AccountingPointId, AccountingPoint>> find(Collection<AccountingPointId> ids) {
    String[] values = ids.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(NEWEST_OF, (Object) values)
        .map(rows -> {
          Map<AccountingPointId, AccountingPoint> points = new HashMap<>();
          rows.stream()
              .map(AccountingPointRows::point)
              .forEach(point -> points.put(point.id(), point));
          return points;
        });
  }

  private static AccountingPoint point(Row row) {
    return new AccountingPoint(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        row.getLocalDate("valid_from"),
        row.getLocalDate("valid_to"));
  }

  @Override
  public Uni<List<Revised>> list(String after, int limit) {
    return find(NEWEST, after)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(AccountingPointRow::revised).toList());
  }

  @Override
  public Uni<Void> append(Tenant tenant, Revised point, Instant recordedAt) {
    return persistAndFlush(AccountingPointRow.of(tenant, point, recordedAt)).replaceWithVoid();
  }

  @Override
  public Uni<List<UnassignedSeries>> unassigned(String after, int limit) {
    return sql.query(UNASSIGNED, after, limit)
        .map(rows -> rows.stream().map(AccountingPointRows::unassigned).toList());
  }

  private static UnassignedSeries unassigned(Row row) {
    return new UnassignedSeries(
        new SeriesKey(
            new AccountingPointId(row.getString("accounting_point")),
            EnergyDirection.valueOf(row.getString("direction"))),
        row.getOffsetDateTime("first_received_at").toInstant(),
        row.getOffsetDateTime("last_received_at").toInstant(),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"));
  }
}

package org.nachbarstrom.metering.completeness.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.metering.completeness.DeclaredPoints;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;

/** Reads revisions of accounting points; the tenant is held by row-level security. */
@ApplicationScoped
class SqlDeclaredPoints implements DeclaredPoints {
  private static final String SELECT =
      """
      select distinct on (accounting_point) accounting_point, direction, valid_from, valid_to
      from accounting_point
      where recorded_at <= $1 and\
      """;
  private static final String ORDER = " order by accounting_point, revision desc";
  private static final String FIND = SELECT + " accounting_point = any($2)" + ORDER;
  private static final String LIST = SELECT + " accounting_point > $2" + ORDER + " limit $3";

  private final Sql sql;

  SqlDeclaredPoints(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<List<AccountingPoint>> find(Collection<AccountingPointId> ids, Instant asKnownAt) {
    String[] values = ids.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(FIND, asKnownAt.atOffset(ZoneOffset.UTC), values)
        .map(rows -> rows.stream().map(SqlDeclaredPoints::point).toList());
  }

  @Override
  public Uni<List<AccountingPoint>> list(String after, int limit, Instant asKnownAt) {
    return sql.query(LIST, asKnownAt.atOffset(ZoneOffset.UTC), after, limit)
        .map(rows -> rows.stream().map(SqlDeclaredPoints::point).toList());
  }

  private static AccountingPoint point(Row row) {
    return new AccountingPoint(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")),
        row.getLocalDate("valid_from"),
        row.getLocalDate("valid_to"));
  }
}

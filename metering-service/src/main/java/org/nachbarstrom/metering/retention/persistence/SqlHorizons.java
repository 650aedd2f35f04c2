package org.nachbarstrom.metering.retention.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.retention.Hold;
import org.nachbarstrom.metering.retention.Horizons;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Horizons and holds as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlHorizons implements Horizons {
  private static final String RAISE =
      """
      insert into retention_horizon as h (tenant, kept_from) values ($1, $2)
      on conflict (tenant) do update set kept_from = greatest(h.kept_from, excluded.kept_from)
      returning kept_from\
      """;
  private static final String HOLD =
      """
      select accounting_point, revision, held, reason, decided_by, decided_at
      from retention_hold where accounting_point = $1 order by revision desc limit 1\
      """;
  private static final String APPEND =
      """
      insert into retention_hold
        (tenant, accounting_point, revision, held, reason, decided_by, decided_at)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;

  private final Sql sql;

  SqlHorizons(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Optional<Instant>> keptFrom() {
    return sql.query("select kept_from from retention_horizon")
        .map(rows -> rows.stream().findFirst().map(row -> instant(row, "kept_from")));
  }

  @Override
  public Uni<Instant> raise(Tenant tenant, Instant keptFrom) {
    return sql.query(RAISE, tenant.id(), keptFrom.atOffset(ZoneOffset.UTC))
        .map(rows -> instant(rows.getFirst(), "kept_from"));
  }

  @Override
  public Uni<Set<String>> held(Collection<String> objects) {
    return sql.query(
            "select object from held_object where object = any($1)",
            (Object) objects.toArray(String[]::new))
        .map(SqlHorizons::objects);
  }

  @Override
  public Uni<Set<String>> held() {
    return sql.query("select object from held_object").map(SqlHorizons::objects);
  }

  private static Set<String> objects(List<Row> rows) {
    return rows.stream().map(row -> row.getString("object")).collect(Collectors.toSet());
  }

  @Override
  public Uni<Void> lock(Tenant tenant, String point) {
    return sql.lock("retention hold " + tenant.id() + " " + point);
  }

  @Override
  public Uni<Optional<Hold>> hold(String point) {
    return sql.query(HOLD, point).map(rows -> rows.stream().findFirst().map(SqlHorizons::hold));
  }

  @Override
  public Uni<Void> append(Tenant tenant, Hold hold) {
    return sql.execute(
            APPEND,
            tenant.id(),
            hold.accountingPoint(),
            hold.revision(),
            hold.held(),
            hold.reason(),
            hold.decidedBy(),
            hold.decidedAt().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  private static Hold hold(Row row) {
    return new Hold(
        row.getString("accounting_point"),
        row.getInteger("revision"),
        row.getBoolean("held"),
        row.getString("reason"),
        row.getString("decided_by"),
        instant(row, "decided_at"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}

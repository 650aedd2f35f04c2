package org.nachbarstrom.metering.plausibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.plausibility.Finding;
import org.nachbarstrom.metering.plausibility.Findings;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Findings as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlFindings implements Findings {
  private static final String SELECT =
      """
      select f.*, r.released_by, r.reason, r.released_at
      from plausibility_finding f
      left join plausibility_release r on r.tenant = f.tenant and r.finding = f.id
      where f.gone_at is null\
      """;
  private static final String CURRENT =
      SELECT
          + """
           and f.accounting_point = $1 and f.direction = $2 and f.day >= $3 and f.day < $4
          order by f.starts_at, f.rule, f.ends_at\
          """;
  private static final String LIST =
      SELECT
          + """
           and ($1 = '' or f.accounting_point = $1) and ($2 = '' or f.direction = $2)
            and f.rule = any($3) and ($4::boolean is null or (r.finding is null) = $4)
            and ($5::date is null or f.day >= $5) and ($6::date is null or f.day < $6)
            and ($7::timestamptz is null or (f.starts_at, f.id) > ($7, $8))
          order by f.starts_at, f.id limit $9\
          """;
  private static final String END =
      """
      update plausibility_finding set gone_at = greatest($2, found_at)
      where id = any($1) and gone_at is null\
      """;
  private static final String ADD =
      """
      insert into plausibility_finding (tenant, id, accounting_point, direction, rule, day,
        starts_at, ends_at, observed, expected, found_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
      """;
  private static final String RELEASE =
      """
      insert into plausibility_release (tenant, finding, released_by, reason, released_at)
      values ($1, $2, $3, $4, $5) on conflict do nothing\
      """;

  private final Sql sql;

  SqlFindings(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant, SeriesKey key) {
    return sql.lock("plausibility " + tenant.id() + " " + key);
  }

  @Override
  public Uni<List<Known>> current(SeriesKey key, DateRange days) {
    return sql.query(
            CURRENT,
            key.accountingPoint().value(),
            key.direction().name(),
            days.from(),
            days.end().orElseThrow())
        .map(SqlFindings::known);
  }

  @Override
  public Uni<Void> change(Tenant tenant, List<UUID> gone, List<Known> added, Instant at) {
    List<@Nullable Object[]> rows = new ArrayList<>(added.size());
    added.forEach(known -> rows.add(row(tenant, known)));
    Uni<?> ended =
        gone.isEmpty()
            ? Uni.createFrom().voidItem()
            : sql.execute(END, gone.toArray(UUID[]::new), utc(at));
    return ended.chain(done -> sql.batch(ADD, rows));
  }

  private static @Nullable Object[] row(Tenant tenant, Known known) {
    Finding finding = known.finding();
    return new @Nullable Object[] {
      tenant.id(),
      known.id(),
      known.key().accountingPoint().value(),
      known.key().direction().name(),
      finding.rule().name(),
      finding.day(),
      utc(finding.interval().start()),
      utc(finding.interval().end()),
      finding.observedMilliWattHours(),
      finding.expectedMilliWattHours(),
      utc(known.foundAt())
    };
  }

  @Override
  public Uni<List<Known>> list(Query query) {
    LocalDate from = query.days() == null ? null : query.days().from();
    LocalDate to = query.days() == null ? null : query.days().to();
    return sql.query(
            LIST,
            query.accountingPoint(),
            query.direction(),
            query.rules().stream().map(PlausibilityRule::name).toArray(String[]::new),
            query.open(),
            from,
            to,
            query.after() == null ? null : utc(query.after().start()),
            query.after() == null ? null : query.after().id(),
            query.limit())
        .map(SqlFindings::known);
  }

  @Override
  public Uni<Optional<Known>> find(UUID id) {
    return sql.query(SELECT + " and f.id = $1", id).map(rows -> known(rows).stream().findFirst());
  }

  @Override
  public Uni<Void> release(Tenant tenant, UUID id, Release release) {
    return sql.execute(RELEASE, tenant.id(), id, release.by(), release.reason(), utc(release.at()))
        .replaceWithVoid();
  }

  private static List<Known> known(List<Row> rows) {
    return rows.stream().map(SqlFindings::known).toList();
  }

  private static Known known(Row row) {
    Finding finding =
        new Finding(
            PlausibilityRule.valueOf(row.getString("rule")),
            new Interval(instant(row, "starts_at"), instant(row, "ends_at")),
            row.getLong("observed"),
            row.getLong("expected"));
    String by = row.getString("released_by");
    return new Known(
        row.getUUID("id"),
        new SeriesKey(
            new AccountingPointId(row.getString("accounting_point")),
            EnergyDirection.valueOf(row.getString("direction"))),
        finding,
        instant(row, "found_at"),
        by == null ? null : new Release(by, row.getString("reason"), instant(row, "released_at")));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

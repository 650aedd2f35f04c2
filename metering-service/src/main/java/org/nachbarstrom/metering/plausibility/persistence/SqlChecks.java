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
import org.nachbarstrom.metering.plausibility.Check;
import org.nachbarstrom.metering.plausibility.Checks;
import org.nachbarstrom.metering.plausibility.Finding;
import org.nachbarstrom.metering.plausibility.PlausibilityRule;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Checks as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlChecks implements Checks {
  private static final String ADD =
      """
      insert into plausibility_check
        (tenant, id, accounting_point, direction, from_day, to_day, as_known_at)
      values ($1, $2, $3, $4, $5, $6, $7)\
      """;
  private static final String ADD_FINDING =
      """
      insert into plausibility_finding
        (tenant, id, position, rule, day, starts_at, ends_at, observed, expected)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
      """;
  private static final String FINDINGS =
      """
      select f.* from plausibility_finding f join plausibility_check c using (tenant, id)
      where c.accounting_point = $1 and c.direction = $2 and f.day >= $3 and f.day < $4
        and not exists (
          select from plausibility_check n
          where n.tenant = c.tenant and n.accounting_point = c.accounting_point
            and n.direction = c.direction
            and n.from_day <= f.day and n.to_day > f.day
            and (n.as_known_at, n.id) > (c.as_known_at, c.id))
      order by f.starts_at, f.rule, f.ends_at\
      """;

  private final Sql sql;

  SqlChecks(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, Check check) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Finding finding : check.findings()) {
      rows.add(
          new @Nullable Object[] {
            tenant.id(),
            check.id(),
            rows.size(),
            finding.rule().name(),
            finding.day(),
            utc(finding.interval().start()),
            utc(finding.interval().end()),
            finding.observedMilliWattHours(),
            finding.expectedMilliWattHours()
          });
    }
    return sql.execute(
            ADD,
            tenant.id(),
            check.id(),
            check.key().accountingPoint().value(),
            check.key().direction().name(),
            check.days().from(),
            check.days().end().orElseThrow(),
            utc(check.asKnownAt()))
        .chain(added -> sql.batch(ADD_FINDING, rows));
  }

  @Override
  public Uni<List<Finding>> findings(SeriesKey key, DateRange days) {
    return sql.query(
            FINDINGS,
            key.accountingPoint().value(),
            key.direction().name(),
            days.from(),
            days.end().orElseThrow())
        .map(rows -> rows.stream().map(SqlChecks::finding).toList());
  }

  private static Finding finding(Row row) {
    return new Finding(
        PlausibilityRule.valueOf(row.getString("rule")),
        new Interval(
            row.getOffsetDateTime("starts_at").toInstant(),
            row.getOffsetDateTime("ends_at").toInstant()),
        row.getLong("observed"),
        row.getLong("expected"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

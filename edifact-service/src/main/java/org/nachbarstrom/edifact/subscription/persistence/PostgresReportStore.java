package org.nachbarstrom.edifact.subscription.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.edifact.subscription.ClosingVersion;
import org.nachbarstrom.edifact.subscription.Report;
import org.nachbarstrom.edifact.subscription.ReportStore;
import org.nachbarstrom.edifact.subscription.Route;
import org.nachbarstrom.edifact.subscription.SubscriptionId;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Reports in the table {@code subscription_report}. */
@ApplicationScoped
class PostgresReportStore implements ReportStore {
  private static final String ADD =
      """
      insert into subscription_report
        (tenant, subscription, cause, version, accounting_point, sender, partner, content,
         document_number, cancels, interchange, findings, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)\
      """;

  /** The last reports, as a quantity may have been moved to another object or cancelled since. */
  private static final String ELSEWHERE =
      """
      with about as (
        select distinct tenant, subscription, cause, accounting_point from subscription_report
        where version > 0 and cause <> $1 and split_part(content, ' ', 1) = any($4))
      select distinct on (r.subscription, r.cause, r.accounting_point) r.*
      from about a
      join subscription_report r using (tenant, subscription, cause, accounting_point)
      join closing_period p
        on p.tenant = r.tenant and p.closing = r.cause and p.version = r.version
      where cardinality(r.findings) = 0 and p.from_day < $3 and p.to_day > $2
      order by r.subscription, r.cause, r.accounting_point, r.version desc\
      """;

  private final Sql sql;

  PostgresReportStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant) {
    return sql.lock("closing reports " + tenant.id());
  }

  @Override
  public Uni<Void> add(Tenant tenant, List<Report> reports) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Report report : reports) {
      @Nullable Object[] row = {
        tenant.id(),
        report.subscription().value(),
        report.cause(),
        report.version(),
        report.accountingPoint(),
        report.route().sender().value(),
        report.route().partner().value(),
        report.content(),
        report.documentNumber(),
        report.cancels(),
        report.interchange().orElse(null),
        report.findings().toArray(String[]::new),
        report.recordedAt().atOffset(ZoneOffset.UTC)
      };
      rows.add(row);
    }
    return sql.batch(ADD, rows);
  }

  @Override
  public Uni<List<Report>> standing(UUID closing) {
    return sql.query(
            """
            select distinct on (subscription, accounting_point) * from subscription_report
            where cause = $1 and version > 0 and cardinality(findings) = 0
            order by subscription, accounting_point, version desc\
            """,
            closing)
        .map(rows -> rows.stream().map(PostgresReportStore::report).toList());
  }

  @Override
  public Uni<List<Report>> elsewhere(ClosingVersion closing, Set<String> objects) {
    return objects.isEmpty()
        ? Uni.createFrom().item(List.of())
        : sql.query(
                ELSEWHERE,
                closing.id(),
                closing.from(),
                closing.to(),
                objects.toArray(String[]::new))
            .map(rows -> rows.stream().map(PostgresReportStore::report).toList());
  }

  @Override
  public Uni<List<Listed>> list(SubscriptionId subscription, long before, int limit) {
    return sql.query(
            """
            select * from subscription_report where subscription = $1 and number < $2
            order by number desc limit $3\
            """,
            subscription.value(),
            before,
            limit)
        .map(rows ->
            rows.stream().map(row -> new Listed(row.getLong("number"), report(row))).toList());
  }

  private static Report report(Row row) {
    return new Report(
        new SubscriptionId(row.getString("subscription")),
        row.getUUID("cause"),
        row.getInteger("version"),
        row.getString("accounting_point"),
        new Route(
            new MarketPartnerCode(row.getString("sender")),
            new MarketPartnerCode(row.getString("partner"))),
        row.getString("content"),
        row.getString("document_number"),
        row.getString("cancels"),
        Optional.ofNullable(row.getUUID("interchange")),
        List.of(row.getArrayOfStrings("findings")),
        row.getOffsetDateTime("recorded_at").toInstant());
  }
}

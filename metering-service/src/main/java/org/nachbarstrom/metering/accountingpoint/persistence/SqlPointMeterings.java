package org.nachbarstrom.metering.accountingpoint.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Meterings as rows; the tenant of what is read is held by row-level security. */
@ApplicationScoped
class SqlPointMeterings implements PointMeterings {
  private static final String FIND =
      """
      select accounting_point, metering_point, revision, transformer_factor, register_digits,
        connection_capacity_watts, valid_from,
        reading_max_age_seconds, check_point
      from point_metering
      where accounting_point = $1 order by revision desc\
      """;
  private static final String METERED_BY =
      """
      select m.accounting_point from point_metering m
      where m.metering_point = $1
        and m.revision = (select max(n.revision) from point_metering n
          where n.tenant = m.tenant and n.accounting_point = m.accounting_point)
        and $2 = (select p.direction from accounting_point p
          where p.tenant = m.tenant and p.accounting_point = m.accounting_point
          order by p.revision desc limit 1)
      order by m.accounting_point limit 1\
      """;
  private static final String WITH_METERING_POINT =
      """
      select m.*, p.direction
      from point_metering m join lateral
        (select direction from accounting_point a
         where a.tenant = m.tenant and a.accounting_point = m.accounting_point
           and a.recorded_at <= $2
         order by a.revision desc limit 1) p on true
      where m.recorded_at <= $2 and m.accounting_point in
        (select accounting_point from point_metering
         where accounting_point = any($1) and metering_point is not null)
      order by m.accounting_point, m.revision desc\
      """;
  private static final String EVER_METERED_BY =
      """
      select distinct m.accounting_point from point_metering m
      where m.metering_point = $1
        and $2 = (select p.direction from accounting_point p
          where p.tenant = m.tenant and p.accounting_point = m.accounting_point
          order by p.revision desc limit 1)
      order by m.accounting_point\
      """;
  private static final String APPEND =
      """
      insert into point_metering (tenant, accounting_point, revision, metering_point, recorded_at,
        transformer_factor, register_digits, connection_capacity_watts, valid_from,
        reading_max_age_seconds, check_point)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)\
      """;

  private final Sql sql;

  SqlPointMeterings(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> lock(Tenant tenant) {
    return sql.query(
            "select pg_advisory_xact_lock(hashtextextended('metering ' || $1, 0))", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Revised>> find(AccountingPointId accountingPoint) {
    return sql.query(FIND + " limit 1", accountingPoint.value())
        .map(rows -> first(rows).map(SqlPointMeterings::revised));
  }

  @Override
  public Uni<MeteringHistory> history(AccountingPointId accountingPoint) {
    return sql.query(FIND, accountingPoint.value())
        .map(rows ->
            new MeteringHistory(rows.stream().map(row -> revised(row).metering()).toList()));
  }

  @Override
  public Uni<Map<SeriesKey, MeteringHistory>> withMeteringPoint(
      Collection<AccountingPointId> accountingPoints, Instant asKnownAt) {
    String[] values =
        accountingPoints.stream().map(AccountingPointId::value).toArray(String[]::new);
    return sql.query(WITH_METERING_POINT, values, asKnownAt.atOffset(ZoneOffset.UTC))
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.groupingBy(
                        SqlPointMeterings::series,
                        Collectors.mapping(
                            row -> revised(row).metering(),
                            Collectors.collectingAndThen(
                                Collectors.toList(), MeteringHistory::new)))));
  }

  private static SeriesKey series(Row row) {
    return new SeriesKey(
        new AccountingPointId(row.getString("accounting_point")),
        EnergyDirection.valueOf(row.getString("direction")));
  }

  @Override
  public Uni<List<AccountingPointId>> everMeteredBy(
      MeteringPointId meteringPoint, EnergyDirection direction) {
    return sql.query(EVER_METERED_BY, meteringPoint.value(), direction.name())
        .map(rows ->
            rows.stream()
                .map(row -> new AccountingPointId(row.getString("accounting_point")))
                .toList());
  }

  @Override
  public Uni<Optional<AccountingPointId>> meteredBy(
      MeteringPointId meteringPoint, EnergyDirection direction) {
    return sql.query(METERED_BY, meteringPoint.value(), direction.name())
        .map(rows ->
            first(rows).map(row -> new AccountingPointId(row.getString("accounting_point"))));
  }

  @Override
  public Uni<Void> append(Tenant tenant, Revised metering, Instant recordedAt) {
    MeteringPointId meteringPoint = metering.metering().meteringPoint();
    Duration maxAge = metering.metering().readingMaxAge();
    AccountingPointId checkPoint = metering.metering().checkPoint();
    return sql.execute(
            APPEND,
            tenant.id(),
            metering.metering().accountingPoint().value(),
            metering.revision(),
            meteringPoint == null ? null : meteringPoint.value(),
            recordedAt.atOffset(ZoneOffset.UTC),
            metering.metering().transformerFactor(),
            metering.metering().registerDigits(),
            metering.metering().connectionCapacityWatts(),
            metering.metering().from(),
            maxAge == null ? null : maxAge.toSeconds(),
            checkPoint == null ? null : checkPoint.value())
        .replaceWithVoid();
  }

  private static Optional<Row> first(List<Row> rows) {
    return rows.stream().findFirst();
  }

  private static Revised revised(Row row) {
    String meteringPoint = row.getString("metering_point");
    Long maxAge = row.getLong("reading_max_age_seconds");
    String checkPoint = row.getString("check_point");
    return new Revised(
        new PointMetering(
            new AccountingPointId(row.getString("accounting_point")),
            meteringPoint == null ? null : new MeteringPointId(meteringPoint),
            row.getInteger("transformer_factor"),
            row.getInteger("register_digits"),
            row.getLong("connection_capacity_watts"),
            row.getLocalDate("valid_from"),
            maxAge == null ? null : Duration.ofSeconds(maxAge),
            checkPoint == null ? null : new AccountingPointId(checkPoint)),
        row.getInteger("revision"));
  }
}

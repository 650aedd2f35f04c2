package org.nachbarstrom.metering.plausibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.plausibility.CheckQueue;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** The queue as a table that all tenants share; series are found under their own tenant. */
@ApplicationScoped
class SqlCheckQueue implements CheckQueue {
  /** Cut at the months, so that no check is about more than a few of them. */
  private static final String MONTHS =
      """
       (select greatest($2::date, month::date) as from_day,
          least($3::date, (month + interval '1 month')::date) as to_day
        from generate_series(date_trunc('month', $2::date::timestamp),
          $3::date::timestamp - interval '1 day', interval '1 month') month) m\
      """;

  private static final String INSERT =
      """
      insert into plausibility_job
        (tenant, accounting_point, direction, from_day, to_day, due_at, traceparent)
      select $1, p.accounting_point, d.direction, m.from_day, m.to_day,
        clock_timestamp() + $4 * interval '1 millisecond', $5 from\
      """;
  private static final String ADD =
      INSERT
          + """
           (select $6::text as accounting_point
            union select accounting_point from point_metering
            where tenant = $1 and (check_point = $6 or metering_point = $6)) p,
           (values ($7::text)) d (direction),\
          """
          + MONTHS;
  private static final String ADD_FOR_OBJECT =
      INSERT
          + """
           (select $6::text as accounting_point where $7
            union select accounting_point from point_metering
            where tenant = $1 and metering_point = $6) p,
           (values ('CONSUMPTION'), ('GENERATION')) d (direction),\
          """
          + MONTHS;
  private static final String NEXT =
      """
      select tenant, accounting_point, direction, from_day, to_day, traceparent
      from plausibility_job where due_at <= clock_timestamp()
      order by due_at, seq limit 1 for update skip locked\
      """;
  private static final String CLAIM =
      """
      select seq, from_day, to_day from plausibility_job
      where tenant = $1 and accounting_point = $2 and direction = $3
        and from_day between $4::date - 31 and $4::date + 31
      order by seq for update skip locked\
      """;
  private static final String POSTPONE =
      """
      update plausibility_job set attempts = attempts + 1,
        due_at = clock_timestamp() + least(600, power(2, attempts)) * interval '1 second'
      where tenant = $1 and accounting_point = $2 and direction = $3
        and from_day between $4::date - 31 and $4::date + 31 and due_at <= clock_timestamp()\
      """;

  private final Sql sql;

  SqlCheckQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, Map<SeriesKey, DateRange> days, Duration wait) {
    List<Object[]> rows = new ArrayList<>(days.size());
    days.forEach((key, range) ->
        rows.add(
            new Object[] {
              tenant.id(),
              range.from(),
              range.end().orElseThrow(),
              wait.toMillis(),
              Trace.current(),
              key.accountingPoint().value(),
              key.direction().name()
            }));
    return sql.batch(ADD, rows);
  }

  @Override
  public Uni<Void> addForObject(Tenant tenant, String objectId, DateRange days, Duration wait) {
    return sql.execute(
            ADD_FOR_OBJECT,
            tenant.id(),
            days.from(),
            days.end().orElseThrow(),
            wait.toMillis(),
            Trace.current(),
            objectId,
            AccountingPointId.tryParse(objectId).isPresent())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Due>> next() {
    return sql.query(NEXT).map(rows -> rows.stream().findFirst().map(SqlCheckQueue::due));
  }

  private static Due due(Row row) {
    SeriesKey key =
        new SeriesKey(
            new AccountingPointId(row.getString("accounting_point")),
            EnergyDirection.valueOf(row.getString("direction")));
    return new Due(
        new Tenant(row.getString("tenant")), key, days(row), row.getString("traceparent"));
  }

  private static DateRange days(Row row) {
    return new DateRange(row.getLocalDate("from_day"), row.getLocalDate("to_day"));
  }

  @Override
  public Uni<List<Job>> claim(Due due) {
    return onSeries(CLAIM, due)
        .map(rows -> rows.stream().map(row -> new Job(row.getLong("seq"), days(row))).toList());
  }

  @Override
  public Uni<Void> done(List<Job> jobs) {
    Long[] numbers = jobs.stream().map(Job::number).toArray(Long[]::new);
    return sql.execute("delete from plausibility_job where seq = any($1)", (Object) numbers)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> postpone(Due due) {
    return onSeries(POSTPONE, due).replaceWithVoid();
  }

  private Uni<List<Row>> onSeries(String statement, Due due) {
    return sql.query(
        statement,
        due.tenant().id(),
        due.key().accountingPoint().value(),
        due.key().direction().name(),
        due.days().from());
  }
}

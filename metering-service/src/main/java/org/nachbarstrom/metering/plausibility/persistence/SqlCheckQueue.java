package org.nachbarstrom.metering.plausibility.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
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
  /** Days of series are cut at the months, so that no check is about more than a few of them. */
  private static final String INSERT =
      """
      insert into plausibility_job
        (tenant, accounting_point, direction, from_day, to_day, due_at, traceparent)
      select $1, c.accounting_point, c.direction, greatest(c.from_day, month::date),
        least(c.to_day, (month + interval '1 month')::date),
        clock_timestamp() + $2 * interval '1 millisecond', $3
      from concerned c, generate_series(date_trunc('month', c.from_day::timestamp),
        c.to_day::timestamp - interval '1 day', interval '1 month') month\
      """;

  private static final String ADD =
      """
      with changed as (
        select * from unnest($4::text[], $5::text[], $6::date[], $7::date[])
          as c (accounting_point, direction, from_day, to_day)),
      concerned as (
        select * from changed
        union select m.accounting_point, c.direction, c.from_day, c.to_day from changed c
          join point_metering m on (m.tenant, m.metering_point) = ($1, c.accounting_point)
        union select m.accounting_point, c.direction, c.from_day, c.to_day from changed c
          join point_metering m on (m.tenant, m.check_point) = ($1, c.accounting_point))
      """
          + INSERT;
  private static final String ADD_FOR_OBJECT =
      """
      with concerned as (
        select accounting_point, direction, $4::date as from_day, $5::date as to_day
        from (
          select $6::text as accounting_point where $7
          union select accounting_point from point_metering
          where tenant = $1 and metering_point = $6) p,
        (values ('CONSUMPTION'), ('GENERATION')) d (direction))
      """
          + INSERT;
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
    List<Map.Entry<SeriesKey, DateRange>> changed = List.copyOf(days.entrySet());
    return sql.execute(
            ADD,
            tenant.id(),
            wait.toMillis(),
            Trace.current(),
            column(changed, String[]::new, one -> one.getKey().accountingPoint().value()),
            column(changed, String[]::new, one -> one.getKey().direction().name()),
            column(changed, LocalDate[]::new, one -> one.getValue().from()),
            column(changed, LocalDate[]::new, one -> one.getValue().end().orElseThrow()))
        .replaceWithVoid();
  }

  /** One value of each as an array, which is one parameter of a statement. */
  private static <T> T[] column(
      List<Map.Entry<SeriesKey, DateRange>> rows,
      IntFunction<T[]> array,
      Function<Map.Entry<SeriesKey, DateRange>, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  @Override
  public Uni<Void> addForObject(Tenant tenant, String objectId, DateRange days, Duration wait) {
    return sql.execute(
            ADD_FOR_OBJECT,
            tenant.id(),
            wait.toMillis(),
            Trace.current(),
            days.from(),
            days.end().orElseThrow(),
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

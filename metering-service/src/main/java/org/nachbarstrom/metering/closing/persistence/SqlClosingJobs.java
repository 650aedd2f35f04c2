package org.nachbarstrom.metering.closing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** The queue as a table that all tenants share; what is queued is chosen under their own tenant. */
@ApplicationScoped
class SqlClosingJobs implements ClosingJobs {
  private static final String ADD =
      """
      insert into closing_job (tenant, closing, traceparent)
      select c.tenant, c.id, $1 from closing c where c.tenant = $2 and\
      """;
  private static final String EVER_HAD =
      """
       exists (select from community_member m
        where m.tenant = c.tenant and m.community = c.community and m.accounting_point = $3)\
      """;
  private static final String CHANGED_MEMBERS =
      """
       exists (select from community_member m
        join unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) as v (point, starts, ends)
          on v.point = m.accounting_point and c.starts_at < v.ends and c.ends_at > v.starts
        where m.tenant = c.tenant and m.community = c.community)\
      """;
  private static final String OTHERS_OF_LEAVERS =
      """
       c.id in (select k.id
        from (select tenant, community, max(revision) as latest from community_revision
              where tenant = $2 and community = $3 group by tenant, community) r
        join community_member was on was.tenant = r.tenant and was.community = r.community
          and was.revision = r.latest - 1
        join community_member other on other.tenant = was.tenant and other.community <> $3
          and other.accounting_point = was.accounting_point and other.valid && was.valid
        join closing k on k.tenant = other.tenant and k.community = other.community
          and daterange(k.from_day, k.to_day) && was.valid * other.valid
        where not exists (select from community_member now where now.tenant = was.tenant
          and now.community = $3 and now.revision = r.latest
          and now.accounting_point = was.accounting_point and now.valid @> was.valid))\
      """;
  private static final String NEXT =
      """
      select seq, tenant, closing, traceparent from closing_job
      where (tenant, closing) =
        (select tenant, closing from closing_job order by seq limit 1 for update skip locked)
      order by seq\
      """;
  private static final String POSTPONE =
      """
      with failed as (delete from closing_job where seq = any($1) returning tenant, closing)
      insert into closing_job (tenant, closing, traceparent)
      select distinct tenant, closing, $2 from failed\
      """;

  private final Sql sql;

  SqlClosingJobs(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, UUID closing) {
    return sql.execute(ADD + " c.id = $3", Trace.current(), tenant.id(), closing).replaceWithVoid();
  }

  @Override
  public Uni<Void> addForValues(Tenant tenant, Map<SeriesKey, Interval> changed) {
    List<SeriesKey> keys = List.copyOf(changed.keySet());
    List<Interval> intervals = List.copyOf(changed.values());
    return sql.execute(
            ADD + CHANGED_MEMBERS,
            Trace.current(),
            tenant.id(),
            keys.stream().map(key -> key.accountingPoint().value()).toArray(String[]::new),
            intervals.stream().map(one -> utc(one.start())).toArray(OffsetDateTime[]::new),
            intervals.stream().map(one -> utc(one.end())).toArray(OffsetDateTime[]::new))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addForPoint(Tenant tenant, AccountingPointId point) {
    return sql.execute(ADD + EVER_HAD, Trace.current(), tenant.id(), point.value())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addForCommunity(Tenant tenant, String community) {
    return sql.execute(ADD + " c.community = $3", Trace.current(), tenant.id(), community)
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> addForLeavers(Tenant tenant, String community) {
    return sql.execute(ADD + OTHERS_OF_LEAVERS, Trace.current(), tenant.id(), community)
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Batch>> next() {
    return sql.query(NEXT)
        .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(batch(rows)));
  }

  private static Batch batch(List<Row> rows) {
    return new Batch(
        new Tenant(rows.getFirst().getString("tenant")),
        rows.getFirst().getUUID("closing"),
        rows.stream().map(row -> row.getLong("seq")).toList(),
        rows.getLast().getString("traceparent"));
  }

  @Override
  public Uni<Boolean> claim(Batch batch) {
    return sql.query(
            "select seq from closing_job where seq = any($1) for update skip locked",
            (Object) numbers(batch))
        .map(rows -> rows.size() == batch.jobs().size());
  }

  @Override
  public Uni<Void> done(Batch batch) {
    return sql.execute("delete from closing_job where seq = any($1)", (Object) numbers(batch))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> postpone(Batch batch) {
    return sql.execute(POSTPONE, numbers(batch), batch.traceparent()).replaceWithVoid();
  }

  private static Long[] numbers(Batch batch) {
    return batch.jobs().toArray(Long[]::new);
  }

  private static OffsetDateTime utc(java.time.Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

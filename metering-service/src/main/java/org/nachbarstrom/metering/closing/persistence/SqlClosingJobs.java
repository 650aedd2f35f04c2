package org.nachbarstrom.metering.closing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
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
  private static final String PREFIX = "nachbarstrom.metering.closing.";

  private static final String WANTED =
      "with wanted as (select c.tenant, c.id from closing c where c.tenant = $2 and ";

  /**
   * Counts the cause in the job that waits, unless somebody else does so at this moment, and adds a
   * job only where none waits.
   */
  private static final String ADD_TO =
      """
      ), waiting as (
        select min(seq) as seq, closing from closing_job j
        where tenant = $2 and claimed_at is null and closing in (select id from wanted)
        group by closing),
      free as (
        select seq from closing_job
        where seq in (select seq from waiting) and claimed_at is null for update skip locked),
      counted as (
        update closing_job j set changed_at = clock_timestamp(), causes = causes + 1,
          cause = $3, urgent = urgent or $4, traceparent = $1
        from free where j.seq = free.seq)
      insert into closing_job (tenant, closing, traceparent, causes, cause, urgent)
      select tenant, id, $1, 1, $3, $4 from wanted
      where id not in (select closing from waiting)\
      """;

  private static final String EVER_HAD =
      """
      exists (select from community_member m
        where m.tenant = c.tenant and m.community = c.community and m.accounting_point = $5)\
      """;

  /** A changed series may be that of a member or of a metering point that ever metered one. */
  private static final String CHANGED_MEMBERS =
      """
      exists (select from community_member m
        join (
          select * from unnest($5::text[], $6::timestamptz[], $7::timestamptz[])
            as own (point, starts, ends)
          union all
          select p.accounting_point, lent.starts, lent.ends
          from unnest($5::text[], $6::timestamptz[], $7::timestamptz[])
            as lent (point, starts, ends)
          join point_metering p on p.tenant = $2 and p.metering_point = lent.point) v
          on v.point = m.accounting_point and c.starts_at < v.ends and c.ends_at > v.starts
        where m.tenant = c.tenant and m.community = c.community)\
      """;

  private static final String OTHERS_OF_LEAVERS =
      """
      c.id in (select k.id
        from (select tenant, community, max(revision) as latest from community_revision
              where tenant = $2 and community = $5 group by tenant, community) r
        join community_member was on was.tenant = r.tenant and was.community = r.community
          and was.revision = r.latest - 1
        join community_member other on other.tenant = was.tenant and other.community <> $5
          and other.accounting_point = was.accounting_point and other.valid && was.valid
        join closing k on k.tenant = other.tenant and k.community = other.community
          and daterange(k.from_day, k.to_day) && was.valid * other.valid
        where not exists (select from community_member now where now.tenant = was.tenant
          and now.community = $5 and now.revision = r.latest
          and now.accounting_point = was.accounting_point and now.valid @> was.valid))\
      """;

  /** When a job is due: at once, after a quiet time or, at the latest, after a bound. */
  private static final String DUE =
      """
      greatest(retry_at, case when urgent then queued_at
        else least(changed_at + $1::bigint * interval '1 ms',
          queued_at + $2::bigint * interval '1 ms') end)\
      """;

  /**
   * A closing that somebody claimed a moment ago is in work; later on either its jobs are locked or
   * the worker is dead.
   */
  private static final String NEXT =
      """
      with due as (
        select tenant, closing from closing_job j
        where %s <= clock_timestamp() and not exists (
          select from closing_job o where o.tenant = j.tenant and o.closing = j.closing
            and o.claimed_at > clock_timestamp() - interval '10 s')
        order by queued_at limit 1 for update skip locked),
      mine as (
        select j.seq from closing_job j join due using (tenant, closing)
        for update of j skip locked)
      update closing_job set claimed_at = statement_timestamp()
      where seq in (select seq from mine)
      returning seq, tenant, closing, traceparent, claimed_at\
      """
          .formatted(DUE);

  private static final String POSTPONE =
      """
      update closing_job set claimed_at = null, attempts = attempts + 1, last_error = $2,
        retry_at = clock_timestamp() + least(60, 2 ^ least(attempts, 6)) * interval '1 s'
      where seq = any($1) and claimed_at = $3\
      """;
  private static final String QUEUED =
      """
      select closing, min(queued_at) as since, max(changed_at) as last_cause_at,
        (array_agg(cause order by changed_at desc))[1] as cause, sum(causes)::bigint as causes,
        min(%s) as due_at, max(attempts) as attempts, max(last_error) as last_error
      from closing_job where tenant = $3 and closing = any($4) group by closing\
      """
          .formatted(DUE);
  private static final String LENGTHS =
      """
      select tenant, count(distinct closing) as closings, sum(causes)::bigint as causes,
        count(distinct closing) filter (where attempts > 0) as failing, min(queued_at) as oldest
      from closing_job group by tenant\
      """;

  private final Sql sql;
  private final long quietMillis;
  private final long boundMillis;

  SqlClosingJobs(Sql sql, Config config) {
    this.sql = sql;
    quietMillis = config.getValue(PREFIX + "quiet-time", Duration.class).toMillis();
    boundMillis = config.getValue(PREFIX + "latest-after", Duration.class).toMillis();
  }

  @Override
  public Uni<Void> add(Tenant tenant, UUID closing, Cause cause) {
    return add("c.id = $5", tenant, cause, true, closing);
  }

  @Override
  public Uni<Void> addForValues(Tenant tenant, Map<SeriesKey, Interval> changed) {
    List<SeriesKey> keys = List.copyOf(changed.keySet());
    List<Interval> intervals = List.copyOf(changed.values());
    return add(
        CHANGED_MEMBERS,
        tenant,
        Cause.VALUES,
        false,
        keys.stream().map(key -> key.accountingPoint().value()).toArray(String[]::new),
        intervals.stream().map(one -> utc(one.start())).toArray(OffsetDateTime[]::new),
        intervals.stream().map(one -> utc(one.end())).toArray(OffsetDateTime[]::new));
  }

  @Override
  public Uni<Void> addForPoint(Tenant tenant, AccountingPointId point) {
    return add(EVER_HAD, tenant, Cause.POINT, false, point.value());
  }

  @Override
  public Uni<Void> addForCommunity(Tenant tenant, String community) {
    return add("c.community = $5", tenant, Cause.COMMUNITY, false, community);
  }

  @Override
  public Uni<Void> addForLeavers(Tenant tenant, String community) {
    return add(OTHERS_OF_LEAVERS, tenant, Cause.COMMUNITY, false, community);
  }

  private Uni<Void> add(
      String condition, Tenant tenant, Cause cause, boolean urgent, Object... parameters) {
    @Nullable Object[] all =
        Stream.concat(
                Stream.of(Trace.current(), tenant.id(), cause.name(), urgent),
                Arrays.stream(parameters))
            .toArray();
    return sql.execute(WANTED + condition + ADD_TO, all).replaceWithVoid();
  }

  @Override
  public Uni<Optional<Batch>> next() {
    return sql.query(NEXT, quietMillis, boundMillis)
        .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(batch(rows)));
  }

  private static Batch batch(List<Row> rows) {
    return new Batch(
        new Tenant(rows.getFirst().getString("tenant")),
        rows.getFirst().getUUID("closing"),
        rows.stream().map(row -> row.getLong("seq")).toList(),
        rows.getLast().getString("traceparent"),
        instant(rows.getFirst(), "claimed_at"));
  }

  @Override
  public Uni<Boolean> hold(Batch batch) {
    return sql.query(
            """
            select seq from closing_job where seq = any($1) and claimed_at = $2
            for update skip locked\
            """,
            numbers(batch),
            utc(batch.claimedAt()))
        .map(rows -> rows.size() == batch.jobs().size());
  }

  @Override
  public Uni<Void> done(Batch batch) {
    return sql.execute("delete from closing_job where seq = any($1)", (Object) numbers(batch))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> postpone(Batch batch, String error) {
    return sql.execute(POSTPONE, numbers(batch), error, utc(batch.claimedAt())).replaceWithVoid();
  }

  @Override
  public Uni<Map<UUID, Queued>> queued(Tenant tenant, Collection<UUID> closings) {
    return sql.query(QUEUED, quietMillis, boundMillis, tenant.id(), closings.toArray(UUID[]::new))
        .map(rows ->
            rows.stream()
                .collect(Collectors.toMap(row -> row.getUUID("closing"), SqlClosingJobs::queued)));
  }

  private static Queued queued(Row row) {
    return new Queued(
        instant(row, "since"),
        instant(row, "last_cause_at"),
        Cause.valueOf(row.getString("cause")),
        row.getLong("causes"),
        instant(row, "due_at"),
        row.getInteger("attempts"),
        row.getString("last_error"));
  }

  @Override
  public Uni<Map<Tenant, Length>> lengths() {
    return sql.query(LENGTHS)
        .map(rows ->
            rows.stream()
                .collect(
                    Collectors.toMap(
                        (Function<Row, Tenant>) row -> new Tenant(row.getString("tenant")),
                        row ->
                            new Length(
                                row.getLong("closings"),
                                row.getLong("failing"),
                                row.getLong("causes"),
                                instant(row, "oldest")))));
  }

  private static Long[] numbers(Batch batch) {
    return batch.jobs().toArray(Long[]::new);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

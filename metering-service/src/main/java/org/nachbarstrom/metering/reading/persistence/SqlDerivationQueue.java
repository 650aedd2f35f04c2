package org.nachbarstrom.metering.reading.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.nachbarstrom.metering.reading.DerivationQueue;
import org.nachbarstrom.metering.reading.DocumentStore;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** The queue as a table that all tenants share; readings are found under their own tenant. */
@ApplicationScoped
class SqlDerivationQueue implements DerivationQueue {
  private static final String ADD =
      """
      insert into derivation_job
        (tenant, object_kind, object_id, first_at, last_at, due_at, traceparent)
      select d.tenant, d.object_kind, d.object_id, min(v.at), max(v.at), clock_timestamp(), $4
      from value_document d join reading v using (tenant, reference)
      where d.tenant = $1 and d.object_id = any($2) and v.at >= $3
      group by d.tenant, d.object_kind, d.object_id, date_trunc('month', v.at, 'UTC')
      order by min(v.at)\
      """;
  private static final String NEXT =
      """
      select seq, tenant, object_kind, object_id, first_at, last_at, traceparent
      from derivation_job where due_at <= clock_timestamp()
      order by due_at, seq limit 1 for update skip locked\
      """;
  private static final String POSTPONE =
      """
      update derivation_job set attempts = attempts + 1,
        due_at = clock_timestamp() + least(600, power(2, attempts)) * interval '1 second'
      where seq = $1\
      """;

  private final Sql sql;

  SqlDerivationQueue(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> add(Tenant tenant, Collection<String> objects, Instant from) {
    return sql.execute(
            ADD,
            tenant.id(),
            objects.toArray(String[]::new),
            from.atOffset(ZoneOffset.UTC),
            Trace.current())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Job>> next() {
    return sql.query(NEXT).map(rows -> rows.stream().findFirst().map(SqlDerivationQueue::job));
  }

  private static Job job(Row row) {
    DocumentStore.Moments moments = DocumentRows.moments(row);
    return new Job(
        row.getLong("seq"),
        new Tenant(row.getString("tenant")),
        moments.object(),
        moments.interval(),
        row.getString("traceparent"));
  }

  @Override
  public Uni<Boolean> claim(Job job) {
    return sql.query(
            "select seq from derivation_job where seq = $1 for update skip locked", job.number())
        .map(rows -> !rows.isEmpty());
  }

  @Override
  public Uni<Void> done(Job job) {
    return sql.execute("delete from derivation_job where seq = $1", job.number()).replaceWithVoid();
  }

  @Override
  public Uni<Void> postpone(Job job) {
    return sql.execute(POSTPONE, job.number()).replaceWithVoid();
  }
}

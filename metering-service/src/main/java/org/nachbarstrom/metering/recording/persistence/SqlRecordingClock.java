package org.nachbarstrom.metering.recording.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** Locks and instants of PostgreSQL, which all instances of the service share. */
@ApplicationScoped
class SqlRecordingClock implements RecordingClock {
  private static final String KEY = "hashtextextended('recording ' || $1, 0)";

  private final Sql sql;

  SqlRecordingClock(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> open(Tenant tenant) {
    return sql.query("select pg_advisory_xact_lock_shared(" + KEY + ")", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<Instant> now(Tenant tenant) {
    return sql.query(
            """
            select greatest(clock_timestamp(), coalesce(
              (select frozen_until + interval '1 microsecond' from snapshot_horizon
               where tenant = $1), '-infinity')) as recorded_at\
            """,
            tenant.id())
        .map(rows -> rows.getFirst().getOffsetDateTime("recorded_at").toInstant());
  }

  @Override
  public Uni<Instant> freeze(Tenant tenant, Instant wanted) {
    return sql.query("select pg_advisory_xact_lock(" + KEY + ")", tenant.id())
        .chain(locked ->
            sql.query(
                "select least(clock_timestamp(), $1) as snapshot", wanted.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.getFirst().getOffsetDateTime("snapshot"))
        .call(snapshot ->
            sql.execute(
                """
                insert into snapshot_horizon (tenant, frozen_until) values ($1, $2)
                on conflict (tenant) do update
                set frozen_until = greatest(snapshot_horizon.frozen_until, excluded.frozen_until)\
                """,
                tenant.id(),
                snapshot))
        .map(snapshot -> snapshot.toInstant());
  }
}

package org.nachbarstrom.settlement.run.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.settlement.run.RunQueue;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;

/** The queue in the table {@code run_queue}; adding only inserts, so that it never waits. */
@ApplicationScoped
class PostgresRunQueue implements RunQueue {
  private final Sql sql;
  private final Clock clock;

  PostgresRunQueue(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(Tenant tenant, List<UUID> runs) {
    List<Object[]> rows = new ArrayList<>();
    for (UUID run : runs) {
      rows.add(
          new Object[] {
            tenant.id(), run, Trace.current(), clock.instant().atOffset(ZoneOffset.UTC)
          });
    }
    return sql.batch(
        "insert into run_queue (tenant, run, traceparent, due_at) values ($1, $2, $3, $4)", rows);
  }
}

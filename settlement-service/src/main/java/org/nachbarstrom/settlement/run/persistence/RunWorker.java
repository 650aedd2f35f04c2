package org.nachbarstrom.settlement.run.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.nachbarstrom.settlement.run.AdvanceRun;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.trace.Trace;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Works on queued runs one after the other. The queue entry goes in the transaction of the work; if
 * that fails, the entry is put off, so that one run that fails does not hold up the others.
 */
@ApplicationScoped
class RunWorker {
  private static final Logger LOG = Logger.getLogger(RunWorker.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final TenantTransactions transactions;
  private final Sql sql;
  private final Clock clock;
  private final AdvanceRun advance;

  RunWorker(TenantTransactions transactions, Sql sql, Clock clock, AdvanceRun advance) {
    this.transactions = transactions;
    this.sql = sql;
    this.clock = clock;
    this.advance = advance;
  }

  void start(@Observes StartupEvent event, WorkLoops loops) {
    loops.start("settle-runs", PAUSE, this::step);
  }

  private Uni<Boolean> step() {
    return transactions
        .inSystemTransaction(() ->
            sql.query(
                    """
                    select number, tenant, run, traceparent from run_queue
                    where due_at <= $1 order by number limit 1 for update skip locked\
                    """,
                    clock.instant().atOffset(ZoneOffset.UTC))
                .chain(rows ->
                    rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : work(rows.getFirst()).replaceWith(true)))
        .onFailure(EntryFailed.class)
        .recoverWithUni(this::putOff);
  }

  private Uni<Void> work(Row entry) {
    long number = entry.getLong("number");
    Tenant tenant = new Tenant(entry.getString("tenant"));
    UUID run = entry.getUUID("run");
    return Trace.with(
            entry.getString("traceparent"),
            "settle run",
            () -> transactions.inTransaction(tenant, () -> advance.advance(tenant, run)))
        .chain(done -> sql.execute("delete from run_queue where number = $1", number))
        .onFailure()
        .transform(failure -> new EntryFailed(number, run, failure))
        .replaceWithVoid();
  }

  private Uni<Boolean> putOff(Throwable failure) {
    EntryFailed failed = (EntryFailed) failure;
    LOG.warnf(failed.getCause(), "Run %s failed and is tried again", failed.run);
    return transactions
        .inSystemTransaction(() ->
            sql.execute(
                "update run_queue set due_at = $2 where number = $1",
                failed.number,
                clock.instant().plus(AFTER_FAILURE).atOffset(ZoneOffset.UTC)))
        .replaceWith(true);
  }

  private static final class EntryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long number;
    private final UUID run;

    EntryFailed(long number, UUID run, Throwable cause) {
      super(cause);
      this.number = number;
      this.run = run;
    }
  }
}

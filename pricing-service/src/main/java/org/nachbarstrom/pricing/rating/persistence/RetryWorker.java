package org.nachbarstrom.pricing.rating.persistence;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.nachbarstrom.pricing.rating.RateMember;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/** Tries waiting ratings again, one per transaction, for tenants whose prices have changed. */
@ApplicationScoped
class RetryWorker {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final TenantTransactions transactions;
  private final Sql sql;
  private final RateMember rate;

  RetryWorker(TenantTransactions transactions, Sql sql, RateMember rate) {
    this.transactions = transactions;
    this.sql = sql;
    this.rate = rate;
  }

  void start(@Observes StartupEvent event, WorkLoops loops) {
    loops.start("retry-ratings", PAUSE, this::step);
  }

  /**
   * The queue row is held while one of its tenant's ratings is tried, and goes only when none is
   * left. A change that comes meanwhile adds a row of its own, so that neither waits for the other.
   */
  private Uni<Boolean> step() {
    return transactions.inSystemTransaction(() ->
        sql.query(
                """
                select number, tenant from retry_queue
                order by number limit 1 for update skip locked\
                """)
            .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(false) : retry(rows.getFirst())));
  }

  private Uni<Boolean> retry(Row entry) {
    Tenant tenant = new Tenant(entry.getString("tenant"));
    return transactions
        .inTransaction(tenant, () -> rate.retryOne(tenant))
        .chain(more ->
            more
                ? Uni.createFrom().item(true)
                : sql.execute("delete from retry_queue where number = $1", entry.getLong("number"))
                    .replaceWith(true));
  }
}

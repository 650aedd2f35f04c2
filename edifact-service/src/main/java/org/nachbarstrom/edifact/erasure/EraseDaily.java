package org.nachbarstrom.edifact.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Has every tenant's turn once a day; a tenant for whom it fails does not hold up the others. What
 * was erased is counted as {@code nachbarstrom_edifact_interchanges_erased_total} and logged.
 */
@ApplicationScoped
class EraseDaily {
  private static final Logger LOG = Logger.getLogger(EraseDaily.class);
  private static final String METRIC = "nachbarstrom.edifact.interchanges.erased";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final TenantTransactions transactions;
  private final Erasures erasures;
  private final EraseInterchanges erase;
  private final MeterRegistry metrics;
  private final Clock clock;

  EraseDaily(
      TenantTransactions transactions,
      Erasures erasures,
      EraseInterchanges erase,
      MeterRegistry metrics,
      Clock clock) {
    this.transactions = transactions;
    this.erasures = erasures;
    this.erase = erase;
    this.metrics = metrics;
    this.clock = clock;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    loops.start("erasure", PAUSE, this::step);
  }

  private Uni<Boolean> step() {
    Instant now = clock.instant();
    return transactions
        .inSystemTransaction(() -> erasures.due(now))
        .chain(due ->
            due.map(tenant -> work(tenant, now)).orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> work(Tenant tenant, Instant now) {
    return erase
        .step(tenant, now)
        .map(step ->
            switch (step) {
              case EraseInterchanges.WentOn(int erased) -> tell(tenant, erased);
              case EraseInterchanges.Done() -> true;
              case EraseInterchanges.OfAnother() -> false;
            })
        .onFailure()
        .call(failure ->
            transactions.inSystemTransaction(
                () -> erasures.schedule(tenant, now.plus(AFTER_FAILURE))));
  }

  private boolean tell(Tenant tenant, int erased) {
    if (erased > 0) {
      metrics.counter(METRIC, "tenant", tenant.id()).increment(erased);
      LOG.infof("Erased %d interchanges of tenant %s", erased, tenant.id());
    }
    return true;
  }
}

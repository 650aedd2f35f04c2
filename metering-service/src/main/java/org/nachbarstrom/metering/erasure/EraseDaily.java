package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/** Has every tenant's turn once a day; a tenant for whom it fails does not hold up the others. */
@ApplicationScoped
class EraseDaily {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final TenantTransactions transactions;
  private final ErasureRuns runs;
  private final BeginErasure begin;
  private final ContinueErasure continueErasure;
  private final Clock clock;

  EraseDaily(
      TenantTransactions transactions,
      ErasureRuns runs,
      BeginErasure begin,
      ContinueErasure continueErasure,
      Clock clock) {
    this.transactions = transactions;
    this.runs = runs;
    this.begin = begin;
    this.continueErasure = continueErasure;
    this.clock = clock;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    loops.start("retention", PAUSE, this::step);
  }

  private Uni<Boolean> step() {
    Instant now = clock.instant();
    return transactions
        .inSystemTransaction(() -> runs.due(now))
        .chain(due ->
            due.map(tenant -> work(tenant, now)).orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> work(Tenant tenant, Instant now) {
    return continueErasure
        .step(tenant, now)
        .chain(step ->
            switch (step) {
              case WENT_ON -> Uni.createFrom().item(true);
              case NO_RUN -> begin.begin(tenant, now, "schedule").replaceWith(true);
              case OF_ANOTHER_WORKER -> Uni.createFrom().item(false);
            })
        .onFailure()
        .call(failure ->
            transactions.inSystemTransaction(() -> runs.schedule(tenant, now.plus(AFTER_FAILURE))));
  }
}

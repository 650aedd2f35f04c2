package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nachbarstrom.metering.retention.Horizon;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Goes on with a run, some rows per transaction. */
@ApplicationScoped
class ContinueErasure {
  private static final int ROWS_AT_ONCE = 5_000;

  private final TenantTransactions transactions;
  private final ErasureRuns runs;
  private final Erasures erasures;

  ContinueErasure(TenantTransactions transactions, ErasureRuns runs, Erasures erasures) {
    this.transactions = transactions;
    this.runs = runs;
    this.erasures = erasures;
  }

  /** How a step went. */
  enum Step {
    /** Some rows were looked at. */
    WENT_ON,
    /** No run is going on. */
    NO_RUN,
    /** Another worker is at it. */
    OF_ANOTHER_WORKER
  }

  /**
   * Deletes some rows of the run that is going on.
   *
   * @param now the present
   */
  Uni<Step> step(Tenant tenant, Instant now) {
    return transactions.inTransaction(
        tenant,
        () ->
            runs.claim(tenant)
                .chain(mine ->
                    mine ? goOn(tenant, now) : Uni.createFrom().item(Step.OF_ANOTHER_WORKER)));
  }

  private Uni<Step> goOn(Tenant tenant, Instant now) {
    return runs.unfinished()
        .chain(unfinished ->
            unfinished
                .map(run -> erase(tenant, run, now))
                .orElseGet(() -> Uni.createFrom().item(Step.NO_RUN)));
  }

  private Uni<Step> erase(Tenant tenant, ErasureRun run, Instant now) {
    return erasures
        .erase(run.place().orElseThrow(), run.keptFrom(), ROWS_AT_ONCE)
        .map(erased -> run.after(erased, now))
        .call(runs::update)
        .call(after ->
            after.finishedAt().isPresent()
                ? runs.schedule(tenant, Horizon.next(now))
                : Uni.createFrom().voidItem())
        .replaceWith(Step.WENT_ON);
  }
}

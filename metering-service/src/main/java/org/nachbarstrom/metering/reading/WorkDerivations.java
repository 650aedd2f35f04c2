package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.trace.Trace;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Works the queue of derivations off, a month of an object per transaction. One that fails is put
 * off and does not hold up the others.
 */
@ApplicationScoped
class WorkDerivations {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final TenantTransactions transactions;
  private final DerivationQueue queue;
  private final DeriveAgain deriveAgain;

  WorkDerivations(TenantTransactions transactions, DerivationQueue queue, DeriveAgain deriveAgain) {
    this.transactions = transactions;
    this.queue = queue;
    this.deriveAgain = deriveAgain;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    loops.start("derivations", PAUSE, this::step);
  }

  private Uni<Boolean> step() {
    return transactions
        .inSystemTransaction(queue::next)
        .chain(job -> job.map(this::work).orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> work(DerivationQueue.Job job) {
    return Trace.with(
            job.traceparent(),
            "derivation",
            () -> transactions.inTransaction(job.tenant(), () -> derive(job)))
        .onFailure()
        .call(failure -> transactions.inSystemTransaction(() -> queue.postpone(job)));
  }

  private Uni<Boolean> derive(DerivationQueue.Job job) {
    return queue
        .claim(job)
        .chain(claimed ->
            claimed
                ? deriveAgain
                    .deriveNow(job.tenant(), job.object(), job.moments())
                    .chain(derived -> queue.done(job))
                    .replaceWith(true)
                : Uni.createFrom().item(false));
  }
}

package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.Optional;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.trace.Trace;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Works the queue of closings off: one after the other takes a snapshot and is computed from it. A
 * closing that fails waits, the longer the more often, and does not hold up the others.
 */
@ApplicationScoped
class ComputeClosings {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int WORKERS = 2;
  private static final int LONGEST_ERROR = 500;

  private final TenantTransactions transactions;
  private final ClosingJobs jobs;
  private final Snapshots snapshots;
  private final ComputeClosing computeClosing;

  ComputeClosings(
      TenantTransactions transactions,
      ClosingJobs jobs,
      Snapshots snapshots,
      ComputeClosing computeClosing) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.snapshots = snapshots;
    this.computeClosing = computeClosing;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    for (int worker = 1; worker <= WORKERS; worker++) {
      loops.start("closings " + worker, PAUSE, this::step);
    }
  }

  private Uni<Boolean> step() {
    return transactions
        .inSystemTransaction(jobs::next)
        .chain(batch -> batch.map(this::work).orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> work(ClosingJobs.Batch batch) {
    return Trace.with(batch.traceparent(), "closing", () -> compute(batch))
        .onFailure()
        .call(
            failure -> transactions.inSystemTransaction(() -> jobs.postpone(batch, text(failure))));
  }

  private static String text(Throwable failure) {
    String text = failure.toString();
    return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
  }

  private Uni<Boolean> compute(ClosingJobs.Batch batch) {
    return snapshots
        .freeze(batch.tenant(), Optional.empty())
        .chain(snapshot ->
            transactions.inTransaction(
                batch.tenant(),
                () ->
                    jobs.hold(batch)
                        .chain(mine ->
                            mine
                                ? computeClosing
                                    .compute(batch.tenant(), batch.closing(), snapshot)
                                    .chain(computed -> jobs.done(batch))
                                    .replaceWith(true)
                                : Uni.createFrom().item(false))));
  }
}

package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.metering.closing.ClosingJobs;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.trace.Trace;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Works the queue of checks off, one series after the other. One that fails is put off and does not
 * hold up the others.
 */
@ApplicationScoped
class WorkChecks {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int WORKERS = 2;

  private final TenantTransactions transactions;
  private final CheckQueue queue;
  private final CheckSeries checkSeries;
  private final EffectPolicy effects;
  private final ClosingJobs closings;

  WorkChecks(
      TenantTransactions transactions,
      CheckQueue queue,
      CheckSeries checkSeries,
      EffectPolicy effects,
      ClosingJobs closings) {
    this.transactions = transactions;
    this.queue = queue;
    this.checkSeries = checkSeries;
    this.effects = effects;
    this.closings = closings;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    for (int worker = 1; worker <= WORKERS; worker++) {
      loops.start("plausibility checks " + worker, PAUSE, this::step);
    }
  }

  private Uni<Boolean> step() {
    return transactions
        .inSystemTransaction(queue::next)
        .chain(due -> due.map(this::work).orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> work(CheckQueue.Due due) {
    return Trace.with(
            due.traceparent(),
            "plausibility",
            () -> transactions.inTransaction(due.tenant(), () -> check(due)))
        .onFailure()
        .call(failure -> transactions.inSystemTransaction(() -> queue.postpone(due)));
  }

  private Uni<Boolean> check(CheckQueue.Due due) {
    return queue
        .claim(due)
        .chain(jobs ->
            jobs.isEmpty()
                ? Uni.createFrom().item(false)
                : check(due, span(jobs)).chain(checked -> queue.done(jobs)).replaceWith(true));
  }

  private Uni<Void> check(CheckQueue.Due due, DateRange days) {
    return checkSeries
        .check(due.tenant(), due.key(), days)
        .chain(checked ->
            effects.of(due.tenant()).anyBinding()
                // They waited for this check.
                ? closings.addForValues(due.tenant(), Map.of(due.key(), Reach.interval(days)))
                : Uni.createFrom().voidItem());
  }

  private static DateRange span(List<CheckQueue.Job> jobs) {
    LocalDate from =
        jobs.stream().map(job -> job.days().from()).min(LocalDate::compareTo).orElseThrow();
    LocalDate to =
        jobs.stream()
            .map(job -> job.days().end().orElseThrow())
            .max(LocalDate::compareTo)
            .orElseThrow();
    return new DateRange(from, to);
  }
}

package org.nachbarstrom.edifact.acknowledgement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.nachbarstrom.edifact.acknowledgement.AcknowledgementFinder.Overdue;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Counts overdue answers of every tenant now and then: as the metric {@code
 * nachbarstrom_edifact_answers_overdue}, and in the log when the number changes.
 */
@ApplicationScoped
class CheckOverdue {
  private static final Logger LOG = Logger.getLogger(CheckOverdue.class);
  private static final String METRIC = "nachbarstrom.edifact.answers.overdue";

  private final AcknowledgementFinder finder;
  private final AnsweringTenants tenants;
  private final TenantTransactions transactions;
  private final MeterRegistry metrics;
  private final Map<Tenant, Gauges> gauges = new ConcurrentHashMap<>();

  CheckOverdue(
      AcknowledgementFinder finder,
      AnsweringTenants tenants,
      TenantTransactions transactions,
      MeterRegistry metrics) {
    this.finder = finder;
    this.tenants = tenants;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  void start(@Observes Startup event, WorkLoops loops, CalendarSettings settings) {
    loops.start("overdue-answers", settings.checkEvery(), this::check);
  }

  private Uni<Boolean> check() {
    return transactions
        .inSystemTransaction(tenants::all)
        .chain(all ->
            Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::check)
                .onItem()
                .ignoreAsUni())
        .replaceWith(false);
  }

  private Uni<Void> check(Tenant tenant) {
    return transactions
        .inTransaction(tenant, finder::overdue)
        .invoke(overdue -> gauges.computeIfAbsent(tenant, this::gauges).show(tenant, overdue))
        .replaceWithVoid();
  }

  private Gauges gauges(Tenant tenant) {
    return new Gauges(gauge(tenant, "owed"), gauge(tenant, "expected"));
  }

  private AtomicLong gauge(Tenant tenant, String direction) {
    AtomicLong number = new AtomicLong();
    metrics.gauge(METRIC, Tags.of("tenant", tenant.id(), "direction", direction), number);
    return number;
  }

  /** The numbers shown last. */
  private record Gauges(AtomicLong owed, AtomicLong expected) {
    void show(Tenant tenant, Overdue overdue) {
      long owedBefore = owed.getAndSet(overdue.owed());
      long expectedBefore = expected.getAndSet(overdue.expected());
      boolean changed = owedBefore != overdue.owed() || expectedBefore != overdue.expected();
      if (changed) {
        LOG.warnf(
            "Overdue answers of tenant %s: %d of ours, %d of partners",
            tenant.id(), overdue.owed(), overdue.expected());
      }
    }
  }
}

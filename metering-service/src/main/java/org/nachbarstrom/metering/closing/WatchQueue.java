package org.nachbarstrom.metering.closing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;
import org.nachbarstrom.support.work.WorkLoops;

/**
 * Counts queued closings of every tenant now and then, as the metric {@code
 * nachbarstrom_metering_closings_queued}; those that failed also in {@code …_failing}.
 */
@ApplicationScoped
class WatchQueue {
  private static final String QUEUED = "nachbarstrom.metering.closings.queued";
  private static final String FAILING = "nachbarstrom.metering.closings.failing";
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final ClosingJobs jobs;
  private final TenantTransactions transactions;
  private final MeterRegistry metrics;
  private final Map<Tenant, AtomicLong> queued = new ConcurrentHashMap<>();
  private final Map<Tenant, AtomicLong> failing = new ConcurrentHashMap<>();

  WatchQueue(ClosingJobs jobs, TenantTransactions transactions, MeterRegistry metrics) {
    this.jobs = jobs;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  void start(@Observes Startup event, WorkLoops loops) {
    loops.start("closing queue", PAUSE, this::count);
  }

  private Uni<Boolean> count() {
    return transactions.inSystemTransaction(jobs::lengths).invoke(this::show).replaceWith(false);
  }

  private void show(Map<Tenant, ClosingJobs.Length> lengths) {
    queued.values().forEach(number -> number.set(0));
    failing.values().forEach(number -> number.set(0));
    lengths.forEach((tenant, length) -> {
      gauge(queued, QUEUED, tenant).set(length.closings());
      gauge(failing, FAILING, tenant).set(length.failing());
    });
  }

  private AtomicLong gauge(Map<Tenant, AtomicLong> gauges, String name, Tenant tenant) {
    return gauges.computeIfAbsent(
        tenant,
        first -> {
          AtomicLong number = new AtomicLong();
          metrics.gauge(name, Tags.of("tenant", first.id()), number);
          return number;
        });
  }
}

package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Map;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesObserver;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Queues checks before the observer of changed values goes on to reopen closings. Series tell one
 * observer; this stands before it.
 */
@Decorator
@Priority(1)
class ChecksOnChange implements SeriesObserver {
  private final SeriesObserver next;
  private final QueueChecks queueChecks;

  @Inject
  ChecksOnChange(@Any @Delegate SeriesObserver next, QueueChecks queueChecks) {
    this.next = next;
    this.queueChecks = queueChecks;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, SeriesKey key, Interval changed) {
    return queueChecks
        .changed(tenant, Map.of(key, changed))
        .chain(queued -> next.changed(tenant, key, changed));
  }

  @Override
  public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    return queueChecks.changed(tenant, changed).chain(queued -> next.changed(tenant, changed));
  }
}

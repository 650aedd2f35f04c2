package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesObserver;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Refuses values of days whose values are kept no longer, before anybody else is told of them; what
 * the transaction stored goes with it. Where nothing is kept every value is a change.
 */
@Decorator
@Priority(0)
class RefuseLateValues implements SeriesObserver {
  private final SeriesObserver next;
  private final KeptValues kept;

  @Inject
  RefuseLateValues(@Any @Delegate SeriesObserver next, KeptValues kept) {
    this.next = next;
    this.kept = kept;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, SeriesKey key, Interval changed) {
    return changed(tenant, Map.of(key, changed));
  }

  @Override
  public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    Map<String, Instant> firstMoments = new HashMap<>();
    changed.forEach((key, interval) ->
        firstMoments.merge(
            key.accountingPoint().value(),
            interval.start(),
            (one, other) -> one.isBefore(other) ? one : other));
    return kept.requireStorable(firstMoments).chain(storable -> next.changed(tenant, changed));
  }
}

package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesObserver;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Refuses values of days whose values are kept no longer; what the transaction stored goes with it.
 * Where nothing is kept every value is a change.
 */
@ApplicationScoped
class RefuseLateValues implements SeriesObserver {
  private final KeptValues kept;

  RefuseLateValues(KeptValues kept) {
    this.kept = kept;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    Map<String, Instant> firstMoments = new HashMap<>();
    changed.forEach((key, interval) ->
        firstMoments.merge(
            key.accountingPoint().value(),
            interval.start(),
            (one, other) -> one.isBefore(other) ? one : other));
    return kept.requireStorable(firstMoments);
  }
}

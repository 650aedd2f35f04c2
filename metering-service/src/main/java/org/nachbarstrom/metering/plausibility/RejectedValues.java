package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps rejected values. All calls belong to the current transaction of the tenant. */
public interface RejectedValues {
  /** Adds values that are rejected at the recording instant. */
  Uni<Void> add(Tenant tenant, SeriesKey key, List<RejectedValue> values, Instant recordedAt);

  /** All values of the interval that were ever rejected, in the order of their rejection. */
  Uni<List<RejectedValue>> of(SeriesKey key, Interval interval);
}

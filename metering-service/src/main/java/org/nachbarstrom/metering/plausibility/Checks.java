package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps checks. All calls belong to the current transaction of the tenant. */
public interface Checks {
  /** Adds a check with its findings. */
  Uni<Void> add(Tenant tenant, Check check);

  /**
   * The findings of the days in order of time, of each day those of the newest check that covers
   * it.
   */
  Uni<List<Finding>> findings(SeriesKey key, DateRange days);
}

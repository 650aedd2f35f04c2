package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Is told of changed values, inside the transaction that stores them. */
public interface SeriesObserver {
  /**
   * Some energy or quality changed.
   *
   * @param changed from the first to the last changed quarter-hour
   */
  Uni<Void> changed(Tenant tenant, SeriesKey key, Interval changed);
}

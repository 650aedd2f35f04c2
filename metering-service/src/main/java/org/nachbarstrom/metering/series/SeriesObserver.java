package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Is told of changed values, inside the transaction that stores them. There may be several; if one
 * fails, nothing is stored.
 */
@FunctionalInterface
public interface SeriesObserver {
  /**
   * Some energies or qualities changed.
   *
   * @param changed by series from the first to the last changed quarter-hour; never empty
   */
  Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed);
}

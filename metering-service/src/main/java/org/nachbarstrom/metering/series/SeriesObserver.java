package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import java.util.Map;
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

  /**
   * Some energies or qualities of several series changed.
   *
   * @param changed by series as above; may be empty
   */
  default Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (Map.Entry<SeriesKey, Interval> one : changed.entrySet()) {
      chain = chain.chain(told -> changed(tenant, one.getKey(), one.getValue()));
    }
    return chain;
  }
}

package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Says what keeps values from being settled although they are there. Who lifts a reservation queues
 * the closings concerned in the same transaction. All calls belong to the current transaction of
 * the tenant.
 */
public interface ValueReservations {
  /**
   * Reservations against any of the values, also those of metering points that may stand in for
   * them; those that checks lift by themselves first.
   *
   * @param values which will be settled
   * @param snapshot as known at which instant, frozen before this transaction began
   */
  Uni<List<WaitingReason>> against(Tenant tenant, List<Values> values, Instant snapshot);

  /**
   * Values of a member.
   *
   * @param key series
   * @param interval quarter-hours
   */
  record Values(SeriesKey key, Interval interval) {}
}

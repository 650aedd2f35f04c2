package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Keeps how accounting points are metered. All calls belong to the current transaction of the
 * tenant.
 */
public interface PointMeterings {
  /** Keeps others from declaring any metering of the tenant until this transaction ends. */
  Uni<Void> lock(Tenant tenant);

  /** The newest declaration, if there is one. */
  Uni<Optional<Revised>> find(AccountingPointId accountingPoint);

  /** All declarations. */
  Uni<MeteringHistory> history(AccountingPointId accountingPoint);

  /**
   * All declarations recorded at or before a frozen snapshot instant, of those of the points that
   * were ever said to have a metering point, by the series of the direction in which the point was
   * declared then.
   */
  Uni<Map<SeriesKey, MeteringHistory>> withMeteringPoint(
      Collection<AccountingPointId> accountingPoints, Instant asKnownAt);

  /** Accounting points of the direction of which any declaration names the metering point. */
  Uni<List<AccountingPointId>> everMeteredBy(
      MeteringPointId meteringPoint, EnergyDirection direction);

  /** The accounting point of the direction that the metering point meters, if any. */
  Uni<Optional<AccountingPointId>> meteredBy(
      MeteringPointId meteringPoint, EnergyDirection direction);

  /** Adds a revision. */
  Uni<Void> append(Tenant tenant, Revised metering, Instant recordedAt);

  /**
   * A declaration and which revision of it this is.
   *
   * @param metering what was declared
   * @param revision from 1
   */
  record Revised(PointMetering metering, int revision) {}
}

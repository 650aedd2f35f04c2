package org.nachbarstrom.metering.metered;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.metering.series.ReadSeries;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesStore;
import org.nachbarstrom.metering.series.SnapshotQuery;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Answers what accounting points consumed or generated as known at an instant. */
@ApplicationScoped
public class MeteredSeries {
  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final SeriesStore store;
  private final PointMeterings meterings;

  MeteredSeries(
      Snapshots snapshots,
      TenantTransactions transactions,
      SeriesStore store,
      PointMeterings meterings) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.store = store;
    this.meterings = meterings;
  }

  /** Reads in the current transaction of the tenant. */
  public Uni<MeteredSnapshot> read(SnapshotQuery query) {
    List<AccountingPointId> points =
        query.keys().stream().map(SeriesKey::accountingPoint).distinct().toList();
    return meterings
        .withMeteringPoint(points, query.asKnownAt())
        .map(MeteringPointFallback::new)
        .chain(fallback ->
            fallback.histories().isEmpty()
                ? store.read(query).map(MeteredSnapshot::own)
                : store.read(fallback.widened(query)).map(known -> fallback.merge(query, known)));
  }

  /**
   * Reads the values of both directions of a point.
   *
   * @param interval aligned to quarter-hours
   * @param asKnownAt absent: now
   */
  public Uni<ReadSeries.KnownSeries> read(
      Tenant tenant, AccountingPointId point, Interval interval, Optional<Instant> asKnownAt) {
    Set<SeriesKey> keys = new HashSet<>();
    for (EnergyDirection direction : EnergyDirection.values()) {
      keys.add(new SeriesKey(point, direction));
    }
    return snapshots
        .freeze(tenant, asKnownAt)
        .chain(known ->
            transactions
                .inTransaction(tenant, () -> read(new SnapshotQuery(keys, interval, known)))
                .map(snapshot -> new ReadSeries.KnownSeries(interval, known, snapshot.values())));
  }
}

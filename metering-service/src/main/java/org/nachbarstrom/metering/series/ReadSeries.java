package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.recording.Snapshots;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Answers the values of an accounting point as known at an instant. */
@ApplicationScoped
public class ReadSeries {
  private final Snapshots snapshots;
  private final TenantTransactions transactions;
  private final SeriesStore store;

  ReadSeries(Snapshots snapshots, TenantTransactions transactions, SeriesStore store) {
    this.snapshots = snapshots;
    this.transactions = transactions;
    this.store = store;
  }

  /**
   * Reads the values of both directions.
   *
   * @param interval aligned to quarter-hours
   * @param asKnownAt absent: now
   */
  public Uni<KnownSeries> read(
      Tenant tenant, AccountingPointId point, Interval interval, Optional<Instant> asKnownAt) {
    Set<SeriesKey> keys = new HashSet<>();
    for (EnergyDirection direction : EnergyDirection.values()) {
      keys.add(new SeriesKey(point, direction));
    }
    return snapshots
        .freeze(tenant, asKnownAt)
        .chain(known ->
            transactions
                .inTransaction(tenant, () -> store.read(new SnapshotQuery(keys, interval, known)))
                .map(snapshot -> new KnownSeries(interval, known, snapshot)));
  }

  /**
   * Values as they were known.
   *
   * @param interval asked for
   * @param asKnownAt snapshot instant
   * @param snapshot values
   */
  public record KnownSeries(Interval interval, Instant asKnownAt, SeriesSnapshot snapshot) {}
}

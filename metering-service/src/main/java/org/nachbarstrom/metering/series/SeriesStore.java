package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps day blocks in versions. All calls belong to the current transaction of the tenant. */
public interface SeriesStore {
  /**
   * Makes the series known and keeps other transactions from changing it until this one ends.
   *
   * @param receivedAt when the message that is being recorded reached us
   */
  Uni<Void> lock(Tenant tenant, SeriesKey key, Instant receivedAt);

  /** What counts now on those of the UTC days on which anything was received. */
  Uni<Map<LocalDate, DayState>> latest(SeriesKey key, Collection<LocalDate> days);

  /**
   * Appends a version for each merge that makes one and remembers the origins of all.
   *
   * @param origin of the delivery that made them
   */
  Uni<Void> append(Recording recording, Origin origin, List<DayMerge> merges);

  /**
   * The newest values of each series recorded at or before the instant, on days of the interval.
   */
  Uni<SeriesSnapshot> read(SnapshotQuery query);

  /**
   * What is being recorded.
   *
   * @param tenant whose
   * @param key series
   * @param recordedAt recording instant of the transaction
   */
  record Recording(Tenant tenant, SeriesKey key, Instant recordedAt) {}
}

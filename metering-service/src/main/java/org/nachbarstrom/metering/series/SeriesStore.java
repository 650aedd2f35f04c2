package org.nachbarstrom.metering.series;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps day blocks in versions. All calls belong to the current transaction of the tenant. */
public interface SeriesStore {
  /**
   * Makes the series known and keeps other transactions from changing them until this one ends.
   * They are locked in order of their keys, so that two transactions never wait in a circle.
   */
  Uni<Void> lock(Tenant tenant, Collection<SeriesKey> keys);

  /**
   * What counts now on those of the UTC days on which anything was received.
   *
   * @param days by series
   */
  Uni<Map<SeriesKey, Map<LocalDate, DayState>>> latest(Map<SeriesKey, DayRange> days);

  /** The same for one series, on the days from the first to the last of these. */
  default Uni<Map<LocalDate, DayState>> latest(SeriesKey key, Collection<LocalDate> days) {
    DayRange range = new DayRange(Collections.min(days), Collections.max(days));
    return latest(Map.of(key, range)).map(states -> states.getOrDefault(key, Map.of()));
  }

  /** Appends versions; the numbers of those of one day follow each other. */
  Uni<Void> append(Tenant tenant, Instant recordedAt, List<Addition> additions);

  /**
   * The newest values of each series recorded at or before the instant, on days of the interval.
   */
  Uni<SeriesSnapshot> read(SnapshotQuery query);

  /**
   * UTC days in a row.
   *
   * @param first of them
   * @param last of them, included
   */
  record DayRange(LocalDate first, LocalDate last) {
    /** From the first day of both to the last. */
    DayRange and(DayRange other) {
      return new DayRange(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /**
   * A version of a day of a series.
   *
   * @param key series
   * @param version what to keep
   */
  record Addition(SeriesKey key, DayVersion version) {}
}

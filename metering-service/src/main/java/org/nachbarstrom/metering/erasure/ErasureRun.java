package org.nachbarstrom.metering.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Deleting what is behind a horizon.
 *
 * @param number from 1, by tenant
 * @param keptFrom the horizon
 * @param startedAt when it began
 * @param requestedBy who asked for it
 * @param place where it is; absent: it is finished
 * @param erased rows deleted so far, by name of the table
 * @param finishedAt when nothing was left; absent: it goes on
 */
public record ErasureRun(
    int number,
    Instant keptFrom,
    Instant startedAt,
    String requestedBy,
    Optional<Erasures.Place> place,
    Map<String, Long> erased,
    Optional<Instant> finishedAt) {
  /** A run that has deleted nothing yet. */
  static ErasureRun first(int number, Instant keptFrom, Instant startedAt, String requestedBy) {
    return new ErasureRun(
        number,
        keptFrom,
        startedAt,
        requestedBy,
        Optional.of(new Erasures.Place(ErasedTable.SERIES_DAY_BLOCK, "")),
        Map.of(),
        Optional.empty());
  }

  /** After some more was deleted at its place. */
  ErasureRun after(Erasures.Erased more, Instant now) {
    Map<String, Long> sums = new TreeMap<>(erased);
    more.rows().forEach((table, rows) -> sums.merge(table, rows, Long::sum));
    ErasedTable table = place.orElseThrow().table();
    Optional<Erasures.Place> next =
        more.done()
            ? table.next().map(following -> new Erasures.Place(following, ""))
            : Optional.of(new Erasures.Place(table, more.position()));
    Optional<Instant> finished = next.isEmpty() ? Optional.of(now) : Optional.empty();
    return new ErasureRun(number, keptFrom, startedAt, requestedBy, next, sums, finished);
  }
}

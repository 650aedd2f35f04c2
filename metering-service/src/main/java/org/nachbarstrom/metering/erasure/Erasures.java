package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;

/** Deletes rows. All calls belong to the current transaction of the tenant. */
public interface Erasures {
  /**
   * Deletes some rows behind the horizon that belong to no point whose values are held.
   *
   * @param place table, and where in it the deletion before stopped
   * @param keptFrom horizon of the tenant
   * @param limit most rows of the table
   */
  Uni<Erased> erase(Place place, Instant keptFrom, int limit);

  /**
   * Where a run is.
   *
   * @param table which table
   * @param position how far in it; empty: at its begin
   */
  record Place(ErasedTable table, String position) {}

  /**
   * What was deleted.
   *
   * @param rows by name of the table
   * @param position how far in the table it is now
   * @param done whether nothing is left in the table
   */
  record Erased(Map<String, Long> rows, String position, boolean done) {}
}

package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps runs, and whose turn is next. Calls belong to the current transaction of the tenant. */
public interface ErasureRuns {
  /** The tenant whose turn it has been longest; in a system transaction. */
  Uni<Optional<Tenant>> due(Instant now);

  /** Sets when it is the tenant's turn. */
  Uni<Void> schedule(Tenant tenant, Instant dueAt);

  /** Keeps other workers from the tenant until this transaction ends; false if one has it. */
  Uni<Boolean> claim(Tenant tenant);

  /** The run that is not finished, if there is one. */
  Uni<Optional<ErasureRun>> unfinished();

  /** Number of the newest run; 0 if there was none. */
  Uni<Integer> newest();

  /** Adds a run. */
  Uni<Void> add(Tenant tenant, ErasureRun run);

  /** Keeps how far a run is. */
  Uni<Void> update(ErasureRun run);

  /**
   * Runs, the newest first.
   *
   * @param before only those with a lower number
   */
  Uni<List<ErasureRun>> list(int before, int limit);
}

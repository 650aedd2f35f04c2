package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reconciliations of the tenant of the current transaction. */
public interface ReconciliationStore {
  /** Keeps a result. */
  Uni<Void> add(Reconciliation reconciliation);

  /** The one that finished last. */
  Uni<Optional<Reconciliation>> latest();
}

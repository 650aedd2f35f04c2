package org.nachbarstrom.settlement.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Runs that are to be worked on once the current transaction has committed. */
public interface RunQueue {
  /** Adds runs; a run may be in the queue several times. */
  Uni<Void> add(Tenant tenant, List<UUID> runs);
}

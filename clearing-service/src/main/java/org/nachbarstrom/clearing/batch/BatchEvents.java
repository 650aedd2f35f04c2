package org.nachbarstrom.clearing.batch;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells settlement, with the current transaction, what became of a batch. */
public interface BatchEvents {
  /** The batch is on the chain. */
  Uni<Void> cleared(Tenant tenant, UUID batch, long sequence, Anchor anchor);

  /** The batch was not booked. */
  Uni<Void> refused(Tenant tenant, UUID batch, long sequence, Refusal refusal);
}

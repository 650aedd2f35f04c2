package org.nachbarstrom.settlement.booking;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Hears that clearing has answered, in the transaction that records the answer. */
public interface BatchSettled {
  /** The batch of this run is cleared or refused. */
  Uni<Void> settled(Tenant tenant, UUID run);
}

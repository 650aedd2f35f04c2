package org.nachbarstrom.edifact.mscons;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.nachbarstrom.support.tenancy.Tenant;

/** Hands what messages say on to whoever keeps values. */
public interface MeteringEvents {
  /**
   * Publishes when the current transaction commits, not if it does not: one event per message that
   * metering can use (electricity), none for others.
   */
  Uni<Void> publish(Tenant tenant, List<ReceivedContent> received);
}

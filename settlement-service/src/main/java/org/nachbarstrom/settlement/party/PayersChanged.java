package org.nachbarstrom.settlement.party;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Hears that a point has other payers, in the transaction that stores them. */
public interface PayersChanged {
  /** Whatever waits for a payer of the point may go on. */
  Uni<Void> changed(Tenant tenant, AccountingPointId point);
}

package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Is told of declared accounting points, inside the transaction that records them. There may be
 * several; if one fails, nothing is declared.
 */
public interface AccountingPointObserver {
  /** The point is new, or it or its metering was declared otherwise than before. */
  Uni<Void> declared(Tenant tenant, AccountingPointId point);
}

package org.nachbarstrom.pricing.tariff;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.support.tenancy.Tenant;

/** Hears that prices or contracts are to change, in the transaction that changes them. */
public interface PricesChanged {
  /**
   * Before the change: from here to the end of the transaction no rating reads prices, so that one
   * which does not find its price is certainly told of the change.
   */
  Uni<Void> changing(Tenant tenant);

  /** After the change: whatever waits for a price may be tried again. */
  Uni<Void> changed(Tenant tenant);
}

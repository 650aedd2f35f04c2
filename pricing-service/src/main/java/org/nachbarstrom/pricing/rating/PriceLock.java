package org.nachbarstrom.pricing.rating;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps prices from changing between looking them up and writing down that one is missing. */
public interface PriceLock {
  /** Holds to the end of the transaction; many ratings may hold it, no change at the same time. */
  Uni<Void> shared(Tenant tenant);
}

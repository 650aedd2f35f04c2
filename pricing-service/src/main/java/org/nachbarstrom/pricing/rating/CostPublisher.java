package org.nachbarstrom.pricing.rating;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells others what a member's energy costs, with the current transaction. */
public interface CostPublisher {
  /** Announces a rated member. */
  Uni<Void> publish(Tenant tenant, Rating rating, EnergyDirection direction);
}

package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/** Is told of readings and energy quantities, inside the transaction that stores them. */
public interface DocumentObserver {
  /**
   * Readings or quantities of an object came or were cancelled.
   *
   * @param objectId of the object
   * @param concerned from the first to the last moment or period
   */
  Uni<Void> recorded(Tenant tenant, String objectId, Interval concerned);
}

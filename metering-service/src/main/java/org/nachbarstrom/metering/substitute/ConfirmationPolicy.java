package org.nachbarstrom.metering.substitute;

import org.nachbarstrom.support.tenancy.Tenant;

/** Says whether an operator confirms substitutes. */
public interface ConfirmationPolicy {
  /** Whether proposals of the tenant are confirmed by themselves. */
  boolean automatic(Tenant tenant);
}

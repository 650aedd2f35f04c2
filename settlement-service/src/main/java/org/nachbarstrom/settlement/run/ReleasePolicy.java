package org.nachbarstrom.settlement.run;

import org.nachbarstrom.support.tenancy.Tenant;

/** Which tenants want to look at a batch before it is sent. */
public interface ReleasePolicy {
  /** The tenant's way. */
  ReleaseMode of(Tenant tenant);
}

package org.nachbarstrom.edifact.erasure;

import java.time.Period;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says how long interchanges are kept as they were received. */
public interface RetentionPolicy {
  /** How long the tenant keeps them. */
  Period of(Tenant tenant);
}

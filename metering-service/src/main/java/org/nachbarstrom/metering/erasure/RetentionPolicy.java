package org.nachbarstrom.metering.erasure;

import java.time.Period;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says how long quarter-hours of persons are kept. */
public interface RetentionPolicy {
  /** How long the tenant keeps them. */
  Period of(Tenant tenant);
}

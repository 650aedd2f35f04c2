package org.nachbarstrom.metering.plausibility;

import org.nachbarstrom.support.tenancy.Tenant;

/** Says when rules find something. */
public interface ThresholdPolicy {
  /** The thresholds of the tenant. */
  Thresholds of(Tenant tenant);
}

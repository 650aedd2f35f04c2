package org.nachbarstrom.metering.plausibility;

import java.time.Duration;
import org.nachbarstrom.support.tenancy.Tenant;

/** Says what findings lead to, and when changes are checked. */
public interface EffectPolicy {
  /** The effects of the tenant. */
  RuleEffects of(Tenant tenant);

  /** How long a change waits for more before it is checked together with them. */
  Duration quietTime(Tenant tenant);
}

package org.nachbarstrom.metering.plausibility;

import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.support.tenancy.Tenant;

/** When rules find something and what that leads to. */
@ApplicationScoped
class Policies {
  private final ThresholdPolicy thresholds;
  private final EffectPolicy effects;

  Policies(ThresholdPolicy thresholds, EffectPolicy effects) {
    this.thresholds = thresholds;
    this.effects = effects;
  }

  Thresholds thresholds(Tenant tenant) {
    return thresholds.of(tenant);
  }

  RuleEffects effects(Tenant tenant) {
    return effects.of(tenant);
  }
}

package org.nachbarstrom.metering.plausibility.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.metering.plausibility.ThresholdPolicy;
import org.nachbarstrom.metering.plausibility.Thresholds;
import org.nachbarstrom.metering.plausibility.Tolerance;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads {@code nachbarstrom.metering.plausibility.<threshold>}, and for a single tenant {@code
 * nachbarstrom.metering.plausibility.<threshold>.<tenant>}.
 */
@ApplicationScoped
class ConfiguredThresholds implements ThresholdPolicy {
  private static final String PREFIX = "nachbarstrom.metering.plausibility.";

  private final Config config;

  ConfiguredThresholds(Config config) {
    this.config = config;
  }

  @Override
  public Thresholds of(Tenant tenant) {
    Thresholds standard = Thresholds.DEFAULT;
    Tolerance checkMeter = standard.checkMeter();
    return new Thresholds(
        value(tenant, "zero-run-quarter-hours", standard.zeroRunQuarterHours()),
        value(tenant, "flat-line-quarter-hours", standard.flatLineQuarterHours()),
        value(tenant, "spike-factor", standard.spikeFactor()),
        value(tenant, "sum-tolerance-per-mille", standard.sumTolerancePerMille()),
        new Tolerance(
            value(tenant, "check-meter-per-mille", checkMeter.perMille()),
            value(
                tenant,
                "check-meter-milli-watt-hours",
                Math.toIntExact(checkMeter.milliWattHours()))));
  }

  private int value(Tenant tenant, String threshold, int standard) {
    return config
        .getOptionalValue(PREFIX + threshold + "." + tenant.id(), Integer.class)
        .or(() -> config.getOptionalValue(PREFIX + threshold, Integer.class))
        .orElse(standard);
  }
}

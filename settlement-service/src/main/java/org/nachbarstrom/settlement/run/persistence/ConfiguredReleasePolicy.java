package org.nachbarstrom.settlement.run.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.settlement.run.ReleaseMode;
import org.nachbarstrom.settlement.run.ReleasePolicy;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads {@code nachbarstrom.settlement.release} (automatic unless set), and for a single tenant
 * {@code nachbarstrom.settlement.release.<tenant>}.
 */
@ApplicationScoped
class ConfiguredReleasePolicy implements ReleasePolicy {
  private static final String PROPERTY = "nachbarstrom.settlement.release";

  private final Config config;

  ConfiguredReleasePolicy(Config config) {
    this.config = config;
  }

  @Override
  public ReleaseMode of(Tenant tenant) {
    return config
        .getOptionalValue(PROPERTY + "." + tenant.id(), ReleaseMode.class)
        .or(() -> config.getOptionalValue(PROPERTY, ReleaseMode.class))
        .orElse(ReleaseMode.AUTOMATIC);
  }
}

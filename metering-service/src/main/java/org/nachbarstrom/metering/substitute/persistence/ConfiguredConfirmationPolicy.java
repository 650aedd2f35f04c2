package org.nachbarstrom.metering.substitute.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;
import org.nachbarstrom.metering.substitute.ConfirmationPolicy;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Reads {@code nachbarstrom.metering.substitutes} (manual unless set), and for a single tenant
 * {@code nachbarstrom.metering.substitutes.<tenant>}.
 */
@ApplicationScoped
class ConfiguredConfirmationPolicy implements ConfirmationPolicy {
  private static final String PROPERTY = "nachbarstrom.metering.substitutes";

  private final Config config;

  ConfiguredConfirmationPolicy(Config config) {
    this.config = config;
  }

  @Override
  public boolean automatic(Tenant tenant) {
    return config
            .getOptionalValue(PROPERTY + "." + tenant.id(), Mode.class)
            .or(() -> config.getOptionalValue(PROPERTY, Mode.class))
            .orElse(Mode.MANUAL)
        == Mode.AUTOMATIC;
  }

  enum Mode {
    MANUAL,
    AUTOMATIC
  }
}

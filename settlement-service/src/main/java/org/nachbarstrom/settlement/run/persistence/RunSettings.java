package org.nachbarstrom.settlement.run.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.nachbarstrom.settlement.run.ReleaseMode;

/** What an operator may set about runs. */
@ApplicationScoped
class RunSettings {
  /** {@code nachbarstrom.settlement.release}: automatic (default) or manual. */
  @Produces
  @Singleton
  ReleaseMode releaseMode(
      @ConfigProperty(name = "nachbarstrom.settlement.release", defaultValue = "automatic")
          ReleaseMode mode) {
    return mode;
  }
}

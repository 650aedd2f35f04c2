package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.metering.closing.DeletedValues;
import org.nachbarstrom.metering.retention.Horizons;
import org.nachbarstrom.support.tenancy.Tenant;

/** Seals closings that used values behind the horizon; a hold does not open them. */
@ApplicationScoped
class ErasedForClosings implements DeletedValues {
  private final Horizons horizons;

  ErasedForClosings(Horizons horizons) {
    this.horizons = horizons;
  }

  @Override
  public Uni<Optional<Instant>> until(Tenant tenant) {
    return horizons.keptFrom();
  }
}

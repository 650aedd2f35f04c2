package org.nachbarstrom.metering.closing.persistence;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.metering.closing.DeletedValues;
import org.nachbarstrom.support.tenancy.Tenant;

/** Holds unless another bean knows better. */
@ApplicationScoped
@DefaultBean
class NothingDeleted implements DeletedValues {
  @Override
  public Uni<Optional<Instant>> until(Tenant tenant) {
    return Uni.createFrom().item(Optional.empty());
  }
}

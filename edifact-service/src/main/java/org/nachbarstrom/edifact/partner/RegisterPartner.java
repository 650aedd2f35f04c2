package org.nachbarstrom.edifact.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.support.tenancy.Tenant;

/** Records what is known of a partner. */
@ApplicationScoped
public class RegisterPartner {
  private final PartnerStore store;

  RegisterPartner(PartnerStore store) {
    this.store = store;
  }

  /**
   * Adds a version unless nothing differs from the current one. Runs inside the caller's
   * transaction.
   */
  public Uni<PartnerVersion> register(Tenant tenant, Partner partner) {
    return store
        .lock(tenant, partner.code())
        .chain(() -> store.find(partner.code()))
        .chain(current ->
            current.isPresent() && current.get().partner().equals(partner)
                ? Uni.createFrom().item(current.get())
                : store.add(tenant, partner));
  }
}

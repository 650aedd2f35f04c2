package org.nachbarstrom.edifact.partner;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps partners. Every method runs inside the caller's transaction of the tenant. */
public interface PartnerStore {
  /** Lets others that change the partner wait until the transaction ends. */
  Uni<Void> lock(Tenant tenant, PartnerCode code);

  /** Adds a version, which is from now on the current one. */
  Uni<PartnerVersion> add(Tenant tenant, Partner partner);

  /** The current version of a partner. */
  Uni<Optional<PartnerVersion>> find(PartnerCode code);

  /** The current partners with these codes; codes that nobody has are left out. */
  Uni<List<Partner>> find(Collection<String> codes);

  /** Current partners by code, behind the given one. */
  Uni<List<PartnerVersion>> list(String after, int limit);

  /** All versions of a partner, the latest first. */
  Uni<List<PartnerVersion>> versions(PartnerCode code);
}

package org.nachbarstrom.metering.substitute;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells others of substitutes, with the transaction that records them. */
public interface SubstituteAnnouncer {
  /** Announces the values of a confirmed substitution. */
  Uni<Void> announce(Tenant tenant, Substitution substitution, Instant recordedAt);
}

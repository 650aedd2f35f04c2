package org.nachbarstrom.metering.sharing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps declared communities. All calls belong to the current transaction of the tenant. */
public interface Communities {
  /** Keeps others from declaring the same community until this transaction ends. */
  Uni<Void> lock(Tenant tenant, String id);

  /** Keeps others from declaring any memberships until this transaction ends. */
  Uni<Void> lockMemberships(Tenant tenant);

  /** Memberships of the points in all other communities, as declared last. */
  Uni<List<Member>> elsewhere(String id, Collection<AccountingPointId> points);

  /** Memberships of the points in all communities, as known at a frozen snapshot instant. */
  Uni<List<RecordedMembership>> memberships(
      Collection<AccountingPointId> points, Instant asKnownAt);

  /** The community as declared last. */
  Uni<Optional<Revised>> find(String id);

  /** The community as it was known at a frozen snapshot instant. */
  Uni<Optional<Revised>> find(String id, Instant asKnownAt);

  /**
   * Ids of declared communities in order.
   *
   * @param after only ids behind this one; empty: from the beginning
   */
  Uni<List<String>> list(String after, int limit);

  /** Adds a revision. */
  Uni<Void> append(Tenant tenant, Revised community, Instant recordedAt);

  /**
   * A community and which revision of it this is.
   *
   * @param community what was declared
   * @param revision from 1
   */
  record Revised(Community community, int revision) {}
}

package org.nachbarstrom.settlement.party;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where parties and payers live. All calls belong to the transaction of the caller. */
public interface PartyStore {
  /** Adds or replaces a party. */
  Uni<Void> put(Tenant tenant, Party party);

  /** A party. */
  Uni<Optional<Party>> find(PartyId id);

  /**
   * Parties by id.
   *
   * @param after id behind which to begin; absent: at the beginning
   * @param limit at most so many
   */
  Uni<List<Party>> list(@Nullable String after, int limit);

  /** Those of the ids that belong to no party. */
  Uni<Set<PartyId>> unknown(Collection<PartyId> ids);

  /** Replaces all payers of a point and keeps the former ones as history. */
  Uni<Void> assign(Tenant tenant, AccountingPointId point, Payers payers);

  /** Payers of the points; a point without any is absent. */
  Uni<Map<AccountingPointId, Payers>> payers(Collection<AccountingPointId> points);

  /** Waits until nobody reads payers for a run, and keeps others from it until the end. */
  Uni<Void> lockForChange(Tenant tenant);

  /** Keeps payers from changing until the end of the transaction. */
  Uni<Void> lockForReading(Tenant tenant);
}

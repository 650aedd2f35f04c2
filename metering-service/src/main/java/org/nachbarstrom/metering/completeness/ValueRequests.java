package org.nachbarstrom.metering.completeness;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps requests for values. All calls belong to the current transaction of the tenant. */
public interface ValueRequests {
  /** Keeps others from noting requests for the point until this transaction ends. */
  Uni<Void> lock(Tenant tenant, AccountingPointId point);

  /** The request of the point that has the key, if there is one. */
  Uni<Optional<ValueRequest>> find(AccountingPointId point, String key);

  /** Adds a request under a key that the point has no request for. */
  Uni<Void> append(Tenant tenant, String key, ValueRequest request);

  /**
   * Requests for at least one of the days, in the order of time.
   *
   * @param days with an end
   * @param asKnownAt a frozen snapshot instant
   */
  Uni<List<ValueRequest>> overlapping(
      Collection<AccountingPointId> points, DateRange days, Instant asKnownAt);

  /**
   * Requests for values of the point, in the order of time.
   *
   * @param after only later ones
   */
  Uni<List<ValueRequest>> list(AccountingPointId point, Instant after, int limit);
}

package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps declared accounting points. All calls belong to the current transaction of the tenant. */
public interface AccountingPoints {
  /** Keeps others from declaring the same point until this transaction ends. */
  Uni<Void> lock(Tenant tenant, AccountingPointId id);

  /** The point with its newest revision, if it is declared. */
  Uni<Optional<Revised>> find(AccountingPointId id);

  /** Those of the points that are declared. */
  Uni<Map<AccountingPointId, AccountingPoint>> find(Collection<AccountingPointId> ids);

  /**
   * Declared points in the order of their ids.
   *
   * @param after only points behind this id; empty: from the beginning
   */
  Uni<List<Revised>> list(String after, int limit);

  /** Adds a revision. */
  Uni<Void> append(Tenant tenant, Revised point, Instant recordedAt);

  /**
   * Series of points that are neither declared nor meter a declared one of their direction, in the
   * order of point and direction.
   *
   * @param after only series behind this {@code <point>/<direction>}; empty: from the beginning
   */
  Uni<List<UnassignedSeries>> unassigned(String after, int limit);

  /**
   * A point and which revision of it this is.
   *
   * @param point what was declared
   * @param revision from 1
   */
  record Revised(AccountingPoint point, int revision) {}
}

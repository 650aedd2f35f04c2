package org.nachbarstrom.metering.completeness;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nachbarstrom.metering.accountingpoint.AccountingPoint;
import org.nachbarstrom.quantities.AccountingPointId;

/** Knows how accounting points were declared. All calls belong to the current transaction. */
public interface DeclaredPoints {
  /** Those of the points that were declared by the instant, as they were declared last by then. */
  Uni<List<AccountingPoint>> find(Collection<AccountingPointId> ids, Instant asKnownAt);

  /**
   * Points that were declared by the instant, in the order of their ids.
   *
   * @param after only points behind this id; empty: from the beginning
   */
  Uni<List<AccountingPoint>> list(String after, int limit, Instant asKnownAt);
}

package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The queue of closings to be computed. Every cause adds a job of its own, so that none is lost: a
 * computation ends only the jobs that were there before its snapshot was taken.
 */
public interface ClosingJobs {
  /** Queues the closing, in the current transaction. */
  Uni<Void> add(Tenant tenant, UUID closing);

  /**
   * Queues closings of communities that ever had one of the members and whose period has an instant
   * of what changed of it.
   *
   * @param changed by series from the first to the last changed quarter-hour
   */
  Uni<Void> addForValues(Tenant tenant, Map<SeriesKey, Interval> changed);

  /** Queues closings of communities that ever had the member. */
  Uni<Void> addForPoint(Tenant tenant, AccountingPointId point);

  /**
   * Queues closings of other communities that share a point with this one on days on which its last
   * revision let the point go.
   */
  Uni<Void> addForLeavers(Tenant tenant, String community);

  /** Queues closings of the community. */
  Uni<Void> addForCommunity(Tenant tenant, String community);

  /**
   * The jobs of the closing that has waited longest, of whatever tenant; in a system transaction.
   */
  Uni<Optional<Batch>> next();

  /** Keeps the jobs from other workers until this transaction ends; false if another has them. */
  Uni<Boolean> claim(Batch batch);

  /** Removes the jobs. */
  Uni<Void> done(Batch batch);

  /** Puts the jobs behind all others, after a failure; in a system transaction. */
  Uni<Void> postpone(Batch batch);

  /**
   * Jobs of one closing.
   *
   * @param tenant whose
   * @param closing which
   * @param jobs numbers of the jobs
   * @param traceparent trace of the latest cause
   */
  record Batch(Tenant tenant, UUID closing, List<Long> jobs, String traceparent) {}
}

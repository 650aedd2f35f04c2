package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The queue of closings to be computed. Causes are folded into the job that waits already, so that
 * a burst of them is one computation; nobody waits for anybody to do so. None is lost: a worker
 * claims a job, and only after that commit takes the snapshot, which waits for whoever is recording
 * at that moment; later causes see the claim and add a job of their own.
 *
 * <p>A closing that was computed before waits until nothing more has come for a while, but not
 * longer than a bound after the first cause.
 */
public interface ClosingJobs {
  /** Queues the closing without waiting for further causes, in the current transaction. */
  Uni<Void> add(Tenant tenant, UUID closing, Cause cause);

  /**
   * Queues closings of communities that ever had one of the points, or one that it ever metered, as
   * a member and whose period has an instant of what changed of it.
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
   * Claims the jobs of the closing that is due for the longest time, of whatever tenant; in a
   * system transaction that must commit before the snapshot is taken.
   */
  Uni<Optional<Batch>> next();

  /**
   * Keeps the jobs from other workers until this transaction ends; false if the claim holds no
   * longer, because somebody else has claimed them or given them back since.
   */
  Uni<Boolean> hold(Batch batch);

  /** Removes the jobs. */
  Uni<Void> done(Batch batch);

  /**
   * Lets the jobs wait, the longer the more often they failed, unless the claim holds no longer; in
   * a system transaction.
   *
   * @param error what happened, at most 500 characters
   */
  Uni<Void> postpone(Batch batch, String error);

  /** What is queued of these closings of the tenant. */
  Uni<Map<UUID, Queued>> queued(Tenant tenant, Collection<UUID> closings);

  /** How many closings are queued, by tenant; tenants without any are left out. */
  Uni<Map<Tenant, Length>> lengths();

  /** Kinds of causes. */
  enum Cause {
    /** Somebody asked for the closing. */
    REQUEST,
    /** Somebody approved a correction. */
    APPROVAL,
    /** Values changed. */
    VALUES,
    /** An accounting point or its metering was declared otherwise. */
    POINT,
    /** A community was declared otherwise. */
    COMMUNITY
  }

  /**
   * Jobs of one closing.
   *
   * @param tenant whose
   * @param closing which
   * @param jobs numbers of the jobs
   * @param traceparent trace of the latest cause
   * @param claimedAt when they were claimed; another claim of them has another instant
   */
  record Batch(
      Tenant tenant, UUID closing, List<Long> jobs, String traceparent, Instant claimedAt) {}

  /**
   * Why and since when a closing is queued.
   *
   * @param since first cause
   * @param lastCauseAt latest cause
   * @param cause kind of the latest cause
   * @param causes how many there were; of several at the same moment some may not be counted
   * @param dueAt when it is computed at the earliest
   * @param attempts failed computations
   * @param lastError of the latest failed one; absent if none failed
   */
  record Queued(
      Instant since,
      Instant lastCauseAt,
      Cause cause,
      long causes,
      Instant dueAt,
      int attempts,
      @Nullable String lastError) {}

  /**
   * How much is queued.
   *
   * @param closings queued ones
   * @param failing those that failed at least once
   * @param causes of all of them
   * @param oldest since when the one that waits for the longest time does
   */
  record Length(long closings, long failing, long causes, Instant oldest) {}
}

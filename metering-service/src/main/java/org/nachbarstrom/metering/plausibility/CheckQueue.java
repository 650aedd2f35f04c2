package org.nachbarstrom.metering.plausibility;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The queue of days to be checked. Every cause adds a job of its own, so that none is lost; one
 * check of a series does all that are there when it begins.
 */
public interface CheckQueue {
  /**
   * Queues days of series, and those of series that are held against them, in the current
   * transaction of the tenant.
   *
   * @param days by series local days with an end
   * @param wait until it is done
   */
  Uni<Void> add(Tenant tenant, Map<SeriesKey, DateRange> days, Duration wait);

  /**
   * Queues days of both directions of the point with the id, and of points that are metered there,
   * in the current transaction of the tenant.
   */
  Uni<Void> addForObject(Tenant tenant, String objectId, DateRange days, Duration wait);

  /** A series that is due, the longest one first, of whatever tenant; in a system transaction. */
  Uni<Optional<Due>> next();

  /**
   * Takes the jobs of the series near the days of the one that is due, so that no other worker
   * does, until this transaction ends; none if another has them.
   */
  Uni<List<Job>> claim(Due due);

  /** Removes the jobs. */
  Uni<Void> done(List<Job> jobs);

  /**
   * Puts the jobs of the series off after a failure, the longer the more often; in a system
   * transaction.
   */
  Uni<Void> postpone(Due due);

  /**
   * A series whose turn it is.
   *
   * @param tenant whose
   * @param key series
   * @param days to be checked first
   * @param traceparent trace of the cause
   */
  record Due(Tenant tenant, SeriesKey key, DateRange days, String traceparent) {}

  /**
   * Days to be checked.
   *
   * @param number of the job
   * @param days local days with an end
   */
  record Job(long number, DateRange days) {}
}

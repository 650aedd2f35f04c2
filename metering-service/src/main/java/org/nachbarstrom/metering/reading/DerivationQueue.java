package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The queue of readings whose energies are to be derived again. A job is at most a UTC month of one
 * object, so that each is one transaction of bounded size.
 */
public interface DerivationQueue {
  /**
   * Queues all readings that were ever said of the objects, in the current transaction of the
   * tenant.
   *
   * @param objects ids of accounting or metering points
   * @param from those before it are left out
   */
  Uni<Void> add(Tenant tenant, Collection<String> objects, Instant from);

  /** The job whose turn it is, of whatever tenant; in a system transaction. */
  Uni<Optional<Job>> next();

  /**
   * Takes the job, so that no other worker does, until this transaction ends; false if another has
   * it or has done it.
   */
  Uni<Boolean> claim(Job job);

  /** Removes the job. */
  Uni<Void> done(Job job);

  /** Puts the job off after a failure, the longer the more often; in a system transaction. */
  Uni<Void> postpone(Job job);

  /**
   * Readings of an object.
   *
   * @param number of the job
   * @param tenant whose
   * @param object where the meter is
   * @param moments from the first to the last, or a little after it
   * @param traceparent trace of the cause
   */
  record Job(
      long number, Tenant tenant, MeteredObject object, Interval moments, String traceparent) {}
}

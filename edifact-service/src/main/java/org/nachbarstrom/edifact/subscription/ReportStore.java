package org.nachbarstrom.edifact.subscription;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.support.tenancy.Tenant;

/** Keeps reports. Every method runs inside the caller's transaction of the tenant. */
public interface ReportStore {
  /** Lets others that report closings of the tenant wait until the transaction ends. */
  Uni<Void> lock(Tenant tenant);

  /** Adds reports. */
  Uni<Void> add(Tenant tenant, List<Report> reports);

  /**
   * What counts of a closing at its subscribers: per subscription and point the last report that
   * was sent.
   */
  Uni<List<Report>> standing(UUID closing);

  /**
   * What counts of other closings whose periods overlap: per subscription and point the last report
   * that was sent, where any was about one of the objects.
   */
  Uni<List<Report>> elsewhere(ClosingVersion closing, Set<String> objects);

  /** Reports of a subscription with a number before the given one, the latest first. */
  Uni<List<Listed>> list(SubscriptionId subscription, long before, int limit);

  /**
   * A report in a list.
   *
   * @param number grows with each report
   */
  record Listed(long number, Report report) {}
}

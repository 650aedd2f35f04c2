package org.nachbarstrom.metering.closing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.nachbarstrom.metering.accountingpoint.AccountingPointObserver;
import org.nachbarstrom.metering.series.SeriesKey;
import org.nachbarstrom.metering.series.SeriesObserver;
import org.nachbarstrom.metering.sharing.Community;
import org.nachbarstrom.metering.sharing.CommunityObserver;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Queues the closings that a change may concern, in the transaction of the change. One too many
 * does no harm: the same inputs make no new version.
 */
@ApplicationScoped
class ReopenClosings implements SeriesObserver, AccountingPointObserver, CommunityObserver {
  private final ClosingJobs jobs;

  ReopenClosings(ClosingJobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, Map<SeriesKey, Interval> changed) {
    return jobs.addForValues(tenant, changed);
  }

  @Override
  public Uni<Void> declared(Tenant tenant, AccountingPointId point) {
    return jobs.addForPoint(tenant, point);
  }

  @Override
  public Uni<Void> declared(Tenant tenant, Community community) {
    return jobs.addForCommunity(tenant, community.id())
        .chain(added -> jobs.addForLeavers(tenant, community.id()));
  }
}

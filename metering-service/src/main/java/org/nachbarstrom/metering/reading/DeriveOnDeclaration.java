package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.metering.accountingpoint.AccountingPointObserver;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.accountingpoint.PointMeterings;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Queues that readings of a point, and of metering points that ever metered it, are derived again
 * from the first day on of which a declaration says something. What comes out as before changes
 * nothing; changed values reopen closings like any others.
 */
@ApplicationScoped
class DeriveOnDeclaration implements AccountingPointObserver {
  private final PointMeterings meterings;
  private final DerivationQueue queue;

  DeriveOnDeclaration(PointMeterings meterings, DerivationQueue queue) {
    this.meterings = meterings;
    this.queue = queue;
  }

  @Override
  public Uni<Void> declared(Tenant tenant, AccountingPointId point) {
    return meterings
        .history(point)
        .chain(history ->
            history
                .newest()
                .map(newest -> queue.add(tenant, objects(point, history), begin(newest)))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Collection<String> objects(AccountingPointId point, MeteringHistory history) {
    Set<String> objects = new HashSet<>();
    objects.add(point.value());
    history.meteringPoints().forEach(meteringPoint -> objects.add(meteringPoint.value()));
    return objects;
  }

  /** On earlier days an earlier declaration counts as before. */
  private static Instant begin(PointMetering newest) {
    return Optional.ofNullable(newest.from())
        .map(day -> QuantityPeriod.MARKET.of(day).start())
        .orElse(Instant.EPOCH);
  }
}

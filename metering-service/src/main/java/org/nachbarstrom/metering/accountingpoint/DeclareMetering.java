package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/** Declares how an accounting point is metered, for the first time or otherwise than before. */
@ApplicationScoped
public class DeclareMetering {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final AccountingPoints points;
  private final PointMeterings meterings;

  DeclareMetering(
      TenantTransactions transactions,
      RecordingClock clock,
      AccountingPoints points,
      PointMeterings meterings) {
    this.transactions = transactions;
    this.clock = clock;
    this.points = points;
    this.meterings = meterings;
  }

  /**
   * Declares it and answers its revision, the one it had if nothing is new. Fails with a {@link
   * ProblemException} if the accounting point is not declared, or the metering point meters another
   * one of the same direction.
   */
  public Uni<PointMeterings.Revised> declare(Tenant tenant, PointMetering metering) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> meterings.lock(tenant))
                .chain(locked -> points.find(metering.accountingPoint()))
                .map(point ->
                    point.orElseThrow(() ->
                        new ProblemException(
                            AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT,
                            "'" + metering.accountingPoint() + "' is not declared.")))
                .chain(point -> requireFree(metering, point.point().direction()))
                .chain(free -> meterings.find(metering.accountingPoint()))
                .chain(known -> revise(tenant, metering, known)));
  }

  private Uni<Void> requireFree(PointMetering metering, EnergyDirection direction) {
    if (metering.meteringPoint() == null) {
      return Uni.createFrom().voidItem();
    }
    return meterings
        .meteredBy(metering.meteringPoint(), direction)
        .invoke(other ->
            other
                .filter(point -> !point.equals(metering.accountingPoint()))
                .ifPresent(point -> {
                  throw new ProblemException(
                      AccountingPointRejection.METERING_POINT_TAKEN,
                      "'" + metering.meteringPoint() + "' meters " + direction + " of " + point);
                }))
        .replaceWithVoid();
  }

  private Uni<PointMeterings.Revised> revise(
      Tenant tenant, PointMetering metering, Optional<PointMeterings.Revised> known) {
    if (known.isPresent() && known.get().metering().equals(metering)) {
      return Uni.createFrom().item(known.get());
    }
    int revision = known.map(PointMeterings.Revised::revision).orElse(0) + 1;
    PointMeterings.Revised revised = new PointMeterings.Revised(metering, revision);
    return clock
        .now(tenant)
        .chain(now -> meterings.append(tenant, revised, now))
        .replaceWith(revised);
  }
}

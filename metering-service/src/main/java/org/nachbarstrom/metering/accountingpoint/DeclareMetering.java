package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.MeteringPointId;
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
  private final AccountingPointObservers observers;

  DeclareMetering(
      TenantTransactions transactions,
      RecordingClock clock,
      AccountingPoints points,
      PointMeterings meterings,
      AccountingPointObservers observers) {
    this.transactions = transactions;
    this.clock = clock;
    this.points = points;
    this.meterings = meterings;
    this.observers = observers;
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

  /** From its first day on no other point of the direction may have the metering point. */
  private Uni<Void> requireFree(PointMetering metering, EnergyDirection direction) {
    MeteringPointId meteringPoint = metering.meteringPoint();
    if (meteringPoint == null) {
      return Uni.createFrom().voidItem();
    }
    return requireNotItself(metering, meteringPoint, direction)
        .chain(checked -> meterings.everMeteredBy(meteringPoint, direction))
        .chain(others -> {
          Uni<Void> chain = Uni.createFrom().voidItem();
          for (AccountingPointId other : others) {
            if (!other.equals(metering.accountingPoint())) {
              chain =
                  chain
                      .chain(free -> meterings.history(other))
                      .invoke(history -> {
                        if (history.names(meteringPoint, metering.from())) {
                          throw taken(meteringPoint, direction, other);
                        }
                      })
                      .replaceWithVoid();
            }
          }
          return chain;
        });
  }

  /** The metering point may be declared as an accounting point, whose energy would count twice. */
  private Uni<Void> requireNotItself(
      PointMetering metering, MeteringPointId meteringPoint, EnergyDirection direction) {
    AccountingPointId same = new AccountingPointId(meteringPoint.value());
    if (same.equals(metering.accountingPoint())) {
      return Uni.createFrom().voidItem();
    }
    return points
        .find(same)
        .invoke(found -> {
          if (found.filter(point -> point.point().direction() == direction).isPresent()) {
            throw taken(meteringPoint, direction, same);
          }
        })
        .replaceWithVoid();
  }

  static ProblemException taken(
      MeteringPointId meteringPoint, EnergyDirection direction, AccountingPointId other) {
    return new ProblemException(
        AccountingPointRejection.METERING_POINT_TAKEN,
        "'" + meteringPoint + "' meters " + direction + " of " + other);
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
        .chain(appended -> observers.declared(tenant, metering.accountingPoint()))
        .replaceWith(revised);
  }
}

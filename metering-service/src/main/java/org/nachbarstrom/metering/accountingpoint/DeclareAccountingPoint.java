package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Declares an accounting point, for the first time or otherwise than before. */
@ApplicationScoped
public class DeclareAccountingPoint {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final AccountingPoints points;
  private final MeteredOnce meteredOnce;
  private final AccountingPointObservers observers;

  DeclareAccountingPoint(
      TenantTransactions transactions,
      RecordingClock clock,
      AccountingPoints points,
      MeteredOnce meteredOnce,
      AccountingPointObservers observers) {
    this.transactions = transactions;
    this.clock = clock;
    this.points = points;
    this.meteredOnce = meteredOnce;
    this.observers = observers;
  }

  /**
   * Declares it and answers its revision, the one it had if nothing is new. Fails with {@link
   * AccountingPointRejection#METERING_POINT_TAKEN} if it would have the energy of another one.
   */
  public Uni<AccountingPoints.Revised> declare(Tenant tenant, AccountingPoint point) {
    return transactions.inTransaction(
        tenant,
        () ->
            clock
                .open(tenant)
                .chain(open -> points.lock(tenant, point.id()))
                .chain(locked -> points.find(point.id()))
                .chain(known -> revise(tenant, point, known)));
  }

  private Uni<AccountingPoints.Revised> revise(
      Tenant tenant, AccountingPoint point, Optional<AccountingPoints.Revised> known) {
    if (known.isPresent() && known.get().point().equals(point)) {
      return Uni.createFrom().item(known.get());
    }
    int revision = known.map(AccountingPoints.Revised::revision).orElse(0) + 1;
    AccountingPoints.Revised revised = new AccountingPoints.Revised(point, revision);
    boolean sameDirection =
        known.filter(before -> before.point().direction() == point.direction()).isPresent();
    Uni<Void> free =
        sameDirection ? Uni.createFrom().voidItem() : meteredOnce.require(tenant, point);
    return free.chain(checked -> clock.now(tenant))
        .chain(now -> points.append(tenant, revised, now))
        .chain(appended -> observers.declared(tenant, point.id()))
        .replaceWith(revised);
  }
}

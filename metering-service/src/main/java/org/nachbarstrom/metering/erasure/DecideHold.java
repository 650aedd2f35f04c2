package org.nachbarstrom.metering.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.nachbarstrom.metering.accountingpoint.AccountingPointRejection;
import org.nachbarstrom.metering.accountingpoint.AccountingPoints;
import org.nachbarstrom.metering.retention.Hold;
import org.nachbarstrom.metering.retention.Horizons;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Decides that the values of a point are kept beyond the horizon, as for a dispute, or are not any
 * more. What was deleted before does not come back.
 */
@ApplicationScoped
public class DecideHold {
  private final TenantTransactions transactions;
  private final AccountingPoints points;
  private final Horizons horizons;
  private final Clock clock;

  DecideHold(
      TenantTransactions transactions, AccountingPoints points, Horizons horizons, Clock clock) {
    this.transactions = transactions;
    this.points = points;
    this.horizons = horizons;
    this.clock = clock;
  }

  /**
   * Decides; the same as before changes nothing. Fails with {@link
   * AccountingPointRejection#UNKNOWN_ACCOUNTING_POINT} if the point is not declared.
   */
  public Uni<Hold> decide(Tenant tenant, Decision decision) {
    return transactions.inTransaction(
        tenant,
        () ->
            points
                .find(decision.accountingPoint())
                .invoke(found -> requireDeclared(decision.accountingPoint(), found.isPresent()))
                .chain(found -> horizons.lock(tenant, decision.accountingPoint().value()))
                .chain(locked -> horizons.hold(decision.accountingPoint().value()))
                .chain(known -> revise(tenant, decision, known)));
  }

  private static void requireDeclared(AccountingPointId point, boolean declared) {
    if (!declared) {
      throw new ProblemException(
          AccountingPointRejection.UNKNOWN_ACCOUNTING_POINT, "'" + point + "' is not declared.");
    }
  }

  private Uni<Hold> revise(Tenant tenant, Decision decision, Optional<Hold> known) {
    boolean same =
        known
            .filter(
                hold -> hold.held() == decision.held() && hold.reason().equals(decision.reason()))
            .isPresent();
    if (same) {
      return Uni.createFrom().item(known.orElseThrow());
    }
    Hold hold =
        new Hold(
            decision.accountingPoint().value(),
            known.map(Hold::revision).orElse(0) + 1,
            decision.held(),
            decision.reason(),
            decision.decidedBy(),
            clock.instant());
    return horizons.append(tenant, hold).replaceWith(hold);
  }

  /**
   * A decision.
   *
   * @param accountingPoint whose values
   * @param held whether they are kept
   * @param reason for people
   * @param decidedBy who decided
   */
  public record Decision(
      AccountingPointId accountingPoint, boolean held, String reason, String decidedBy) {}
}

package org.nachbarstrom.edifact.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.nachbarstrom.edifact.erasure.Erasures.Portion;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/** Erases interchanges of a tenant, some rows per transaction. */
@ApplicationScoped
public class EraseInterchanges {
  private static final int INTERCHANGES_AT_ONCE = 100;
  private static final Portion PORTION = new Portion(100, 5_000);

  private final TenantTransactions transactions;
  private final Erasures erasures;
  private final RetentionPolicy policy;

  EraseInterchanges(TenantTransactions transactions, Erasures erasures, RetentionPolicy policy) {
    this.transactions = transactions;
    this.erasures = erasures;
    this.policy = policy;
  }

  /** How a step went. */
  public sealed interface Step {}

  /**
   * Something was deleted.
   *
   * @param erased number of interchanges of which nothing is left to delete
   */
  public record WentOn(int erased) implements Step {}

  /** Nothing is left for today. */
  public record Done() implements Step {}

  /** Another worker is at it. */
  public record OfAnother() implements Step {}

  /**
   * Erases some of what is kept no longer.
   *
   * @param now the present
   */
  public Uni<Step> step(Tenant tenant, Instant now) {
    return transactions.inTransaction(
        tenant,
        () ->
            erasures
                .claim(tenant)
                .chain(mine -> mine ? goOn(tenant, now) : Uni.createFrom().item(new OfAnother())));
  }

  private Uni<Step> goOn(Tenant tenant, Instant now) {
    return erasures
        .begin(Horizon.of(now, policy.of(tenant)), now, INTERCHANGES_AT_ONCE)
        .chain(begun ->
            begun == 0
                ? erasures.schedule(tenant, Horizon.next(now)).replaceWith(new Done())
                : strip());
  }

  private Uni<Step> strip() {
    return erasures
        .strip(PORTION)
        .chain(clean -> clean ? erasures.finish() : Uni.createFrom().item(0))
        .map(WentOn::new);
  }
}

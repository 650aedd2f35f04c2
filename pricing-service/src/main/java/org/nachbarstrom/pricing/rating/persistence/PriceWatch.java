package org.nachbarstrom.pricing.rating.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.pricing.rating.PriceLock;
import org.nachbarstrom.pricing.tariff.PricesChanged;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Lets no rating miss a price that is being written. A rating holds the tenant's lock shared while
 * it looks prices up, a change holds it alone; so either the rating sees the change, or the change
 * sees the waiting rating and marks it to be tried again.
 */
@ApplicationScoped
class PriceWatch implements PriceLock, PricesChanged {
  private static final String KEY = "hashtextextended('pricing prices ' || $1, 0)";

  private final Sql sql;

  PriceWatch(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Uni<Void> shared(Tenant tenant) {
    return sql.query("select 1 from pg_advisory_xact_lock_shared(" + KEY + ")", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> changing(Tenant tenant) {
    return sql.query("select 1 from pg_advisory_xact_lock(" + KEY + ")", tenant.id())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> changed(Tenant tenant) {
    return sql.execute("update rating set retry = true where state = 'WAITING'")
        .chain(marked ->
            marked == 0
                ? Uni.createFrom().voidItem()
                : sql.execute("insert into retry_queue (tenant) values ($1)", tenant.id())
                    .replaceWithVoid());
  }
}

package org.nachbarstrom.support.persistence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * The only way to the database: one transaction that sees the rows of one tenant. PostgreSQL holds
 * this by row-level security on the setting {@code nachbarstrom.tenant}, which lives and dies with
 * the transaction.
 */
@ApplicationScoped
public class TenantTransactions {
  private final Sql sql;

  TenantTransactions(Sql sql) {
    this.sql = sql;
  }

  /**
   * Runs the work in one transaction: commits when it completes, rolls back when it fails. Must be
   * called on a Vert.x context (REST, messaging, {@code WorkLoops}).
   */
  public <T> Uni<T> inTransaction(Tenant tenant, Supplier<Uni<T>> work) {
    return Panache.withTransaction(() ->
        sql.query("select set_config('nachbarstrom.tenant', $1, true)", tenant.id())
            .chain(set -> work.get()));
  }

  /**
   * Runs work that belongs to no tenant yet, such as finding whose work is next in a table without
   * row-level security, or setting an unreadable message aside.
   */
  public <T> Uni<T> inSystemTransaction(Supplier<Uni<T>> work) {
    return Panache.withTransaction(work);
  }
}

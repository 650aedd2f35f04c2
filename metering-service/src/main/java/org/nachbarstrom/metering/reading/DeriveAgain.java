package org.nachbarstrom.metering.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.nachbarstrom.metering.recording.RecordingClock;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.support.persistence.TenantTransactions;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Records again what the readings of a period tell, because the metering was declared for the first
 * time or otherwise than before, which queues it, or because somebody asks for it. Of each day the
 * newest declaration that holds on it counts.
 */
@ApplicationScoped
public class DeriveAgain {
  private final TenantTransactions transactions;
  private final RecordingClock clock;
  private final DocumentStore store;
  private final DeriveEnergy deriveEnergy;

  DeriveAgain(
      TenantTransactions transactions,
      RecordingClock clock,
      DocumentStore store,
      DeriveEnergy deriveEnergy) {
    this.transactions = transactions;
    this.clock = clock;
    this.store = store;
    this.deriveEnergy = deriveEnergy;
  }

  /**
   * Derives in a transaction of its own.
   *
   * @param moments of the readings, both ends included
   */
  public Uni<Void> derive(Tenant tenant, MeteredObject object, Interval moments) {
    return transactions.inTransaction(tenant, () -> deriveNow(tenant, object, moments));
  }

  /** Derives in the current transaction. */
  Uni<Void> deriveNow(Tenant tenant, MeteredObject object, Interval moments) {
    return clock
        .open(tenant)
        .chain(open -> store.lock(tenant, object.id()))
        .chain(locked -> clock.now(tenant))
        .chain(now -> deriveEnergy.derive(tenant, object, moments, now));
  }
}

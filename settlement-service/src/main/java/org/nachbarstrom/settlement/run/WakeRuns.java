package org.nachbarstrom.settlement.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.booking.BatchSettled;
import org.nachbarstrom.settlement.party.PayersChanged;
import org.nachbarstrom.support.tenancy.Tenant;

/** Lets runs go on when what they wait for has arrived. */
@ApplicationScoped
public class WakeRuns implements PayersChanged, BatchSettled {
  private final RunStore store;
  private final RunQueue queue;

  WakeRuns(RunStore store, RunQueue queue) {
    this.store = store;
    this.queue = queue;
  }

  @Override
  public Uni<Void> changed(Tenant tenant, AccountingPointId point) {
    return store.waitingForPayer(point).chain(waiting -> queue.add(tenant, waiting));
  }

  @Override
  public Uni<Void> settled(Tenant tenant, UUID run) {
    return store.waitingForClearing(run).chain(waiting -> queue.add(tenant, waiting));
  }
}

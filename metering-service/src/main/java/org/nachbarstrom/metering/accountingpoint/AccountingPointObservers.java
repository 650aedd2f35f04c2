package org.nachbarstrom.metering.accountingpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Tells all observers, one after the other, in the current transaction. */
@ApplicationScoped
class AccountingPointObservers {
  private final Instance<AccountingPointObserver> observers;

  AccountingPointObservers(@Any Instance<AccountingPointObserver> observers) {
    this.observers = observers;
  }

  Uni<Void> declared(Tenant tenant, AccountingPointId point) {
    Uni<Void> chain = Uni.createFrom().voidItem();
    for (AccountingPointObserver observer : observers) {
      chain = chain.chain(told -> observer.declared(tenant, point));
    }
    return chain;
  }
}

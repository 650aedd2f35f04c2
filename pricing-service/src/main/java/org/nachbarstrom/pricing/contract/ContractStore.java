package org.nachbarstrom.pricing.contract;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where contracts are kept; always the tenant of the current transaction. */
public interface ContractStore {
  /** The current contracts of those points that have one. */
  Uni<Map<AccountingPointId, Contract>> find(Collection<AccountingPointId> points);

  /** Replaces the contract of a point; the earlier one stays on record. */
  Uni<Void> replace(Tenant tenant, Contract contract);
}

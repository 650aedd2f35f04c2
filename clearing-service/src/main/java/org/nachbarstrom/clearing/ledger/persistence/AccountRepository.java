package org.nachbarstrom.clearing.ledger.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts of the tenant of the current transaction. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountEntity, String> {}

package org.nachbarstrom.settlement.party.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads parties; row-level security keeps it to the tenant of the transaction. */
@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<PartyEntity, PartyEntity.Key> {}

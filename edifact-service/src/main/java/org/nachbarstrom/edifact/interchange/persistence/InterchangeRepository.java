package org.nachbarstrom.edifact.interchange.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Interchanges of the tenant of the current transaction. */
@ApplicationScoped
class InterchangeRepository implements PanacheRepositoryBase<InterchangeEntity, Long> {}

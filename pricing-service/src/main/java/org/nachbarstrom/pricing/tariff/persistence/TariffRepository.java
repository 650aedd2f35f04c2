package org.nachbarstrom.pricing.tariff.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads tariff versions; row-level security keeps it to the tenant of the transaction. */
@ApplicationScoped
class TariffRepository implements PanacheRepository<TariffEntity> {}

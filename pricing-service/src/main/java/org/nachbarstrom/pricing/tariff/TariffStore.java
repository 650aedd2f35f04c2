package org.nachbarstrom.pricing.tariff;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.support.tenancy.Tenant;

/** Where tariffs are kept; always the tenant of the current transaction. */
public interface TariffStore {
  /** The current version. */
  Uni<Optional<Tariff>> find(TariffId id);

  /** The current versions of those that exist. */
  Uni<Map<TariffId, Tariff>> find(Collection<TariffId> ids);

  /** Current versions by id, beginning after one. */
  Uni<List<Tariff>> list(@Nullable String after, int limit);

  /** Adds a version; earlier ones stay on record. */
  Uni<Void> add(Tenant tenant, Tariff tariff);
}

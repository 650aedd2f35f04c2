package org.nachbarstrom.pricing.tariff;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Says what a tariff costs. Ratings that wait for a price go on by themselves; what is rated
 * already stays as it is until its period is closed again.
 */
@ApplicationScoped
public class DeclareTariff {
  private final TariffStore store;
  private final PricesChanged listener;

  DeclareTariff(TariffStore store, PricesChanged listener) {
    this.store = store;
    this.listener = listener;
  }

  /**
   * Makes this the current version, unless it is already, inside the current transaction.
   *
   * @param components in the order given, for the pointers of a refusal
   * @throws ProblemException {@link TariffRejection#COMPONENTS_OVERLAP}
   */
  public Uni<Void> declare(
      Tenant tenant, TariffId id, String name, List<PriceComponent> components) {
    Tariff.firstOverlap(components)
        .ifPresent(second -> {
          String detail = "Another " + second.kind() + " holds already on " + second.valid().from();
          String pointer = "/components/" + components.lastIndexOf(second);
          throw new ProblemException(
              TariffRejection.COMPONENTS_OVERLAP,
              detail,
              List.of(new FieldError(pointer, "OVERLAP", detail)));
        });
    Tariff tariff = new Tariff(id, name, components);
    return listener
        .changing(tenant)
        .chain(ready -> store.find(id))
        .chain(present ->
            present.filter(tariff::equals).isPresent()
                ? Uni.createFrom().voidItem()
                : store.add(tenant, tariff).chain(added -> listener.changed(tenant)));
  }
}

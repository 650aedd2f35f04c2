package org.nachbarstrom.pricing.rating;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;

/**
 * All contracts and tariffs that one rating needs.
 *
 * @param contracts by accounting point
 * @param tariffs by id, each that a contract names
 */
public record PriceList(Map<AccountingPointId, Contract> contracts, Map<TariffId, Tariff> tariffs) {

  /** Nothing is priced. */
  public static final PriceList EMPTY = new PriceList(Map.of(), Map.of());

  /** What a look-up finds. */
  public sealed interface Lookup {
    /** The price of the day, and the tariff it is from. */
    record Found(TariffId tariff, PriceComponent component) implements Lookup {
      boolean samePrice(Found other) {
        return tariff.equals(other.tariff) && component.samePrice(other.component);
      }
    }

    /** No tariff prices the point on that day. */
    record NoContract() implements Lookup {}

    /** The tariff of that day has no price of the kind. */
    record NoPrice() implements Lookup {}
  }

  /** The tariff of a point on a local day. */
  public Optional<TariffId> tariff(AccountingPointId point, LocalDate day) {
    return Optional.ofNullable(contracts.get(point)).flatMap(contract -> contract.on(day));
  }

  /** The price of a kind at a point on a local day. */
  public Lookup price(ComponentKind kind, AccountingPointId point, LocalDate day) {
    Optional<TariffId> id = tariff(point, day);
    if (id.isEmpty()) {
      return new Lookup.NoContract();
    }
    return Optional.ofNullable(tariffs.get(id.get()))
        .flatMap(tariff -> tariff.on(kind, day))
        .<Lookup>map(component -> new Lookup.Found(id.get(), component))
        .orElseGet(Lookup.NoPrice::new);
  }

  /** The points whose prices matter for a member: its own and those of its suppliers. */
  public static Set<AccountingPointId> pointsFor(MemberEnergy energy) {
    Set<AccountingPointId> points = new java.util.TreeSet<>();
    points.add(energy.accountingPoint());
    if (energy instanceof MemberEnergy.Consumer consumer) {
      consumer.suppliers().forEach(supply -> points.add(supply.producer()));
    }
    return points;
  }
}

package org.nachbarstrom.pricing.rating.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.rating.MemberEnergy;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;

/**
 * The energy of a member as it is kept with its rating; quantities in 10⁻⁶ kWh.
 *
 * @param series for a consumer the residual, then each supplier; for a producer the generation,
 *     then the surplus
 * @param countedElsewhere days on which another community counts what is due once; absent if there
 *     are none
 */
record EnergyDocument(
    EnergyDirection direction,
    String accountingPoint,
    List<Series> series,
    @Nullable List<LocalDate> countedElsewhere) {

  /** Quantities of one kind. */
  record Series(String of, List<Value> values) {}

  /** The quantity of a local day. */
  record Value(LocalDate day, long milliWattHours) {}

  private static final String RESIDUAL = "residual";
  private static final String GENERATION = "generation";
  private static final String SURPLUS = "surplus";

  static EnergyDocument of(MemberEnergy energy) {
    String point = energy.accountingPoint().value();
    return switch (energy) {
      case MemberEnergy.Consumer consumer ->
          new EnergyDocument(
              EnergyDirection.CONSUMPTION,
              point,
              Stream.concat(
                      Stream.of(series(RESIDUAL, consumer.residual())),
                      consumer.suppliers().stream()
                          .map(supply -> series(supply.producer().value(), supply.days())))
                  .toList(),
              days(consumer));
      case MemberEnergy.Producer producer ->
          new EnergyDocument(
              EnergyDirection.GENERATION,
              point,
              List.of(
                  series(GENERATION, producer.generation()), series(SURPLUS, producer.surplus())),
              days(producer));
    };
  }

  private static @Nullable List<LocalDate> days(MemberEnergy energy) {
    Set<LocalDate> days = energy.countedElsewhere();
    return days.isEmpty() ? null : days.stream().sorted().toList();
  }

  MemberEnergy toEnergy() {
    AccountingPointId point = new AccountingPointId(accountingPoint);
    List<Quantity> first = quantities(series.getFirst());
    Set<LocalDate> elsewhere = countedElsewhere == null ? Set.of() : Set.copyOf(countedElsewhere);
    return switch (direction) {
      case CONSUMPTION ->
          new MemberEnergy.Consumer(
              point,
              first,
              series.stream()
                  .skip(1)
                  .map(one ->
                      new MemberEnergy.Supply(new AccountingPointId(one.of()), quantities(one)))
                  .toList(),
              elsewhere);
      case GENERATION ->
          new MemberEnergy.Producer(point, first, quantities(series.getLast()), elsewhere);
    };
  }

  private static Series series(String of, List<Quantity> quantities) {
    return new Series(
        of,
        quantities.stream()
            .map(quantity -> new Value(quantity.day(), quantity.energy().milliWattHours()))
            .toList());
  }

  private static List<Quantity> quantities(Series series) {
    return series.values().stream()
        .map(value -> new Quantity(value.day(), Energy.ofMilliWattHours(value.milliWattHours())))
        .toList();
  }
}

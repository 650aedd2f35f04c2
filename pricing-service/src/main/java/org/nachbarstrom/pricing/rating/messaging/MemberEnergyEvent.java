package org.nachbarstrom.pricing.rating.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.pricing.rating.ClosingVersion;
import org.nachbarstrom.pricing.rating.MemberEnergy;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.pricing.rating.RatingRejection;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.support.problem.ProblemException;

/** What pricing reads of {@code metering.member-energy.v1}; energies in 10⁻⁶ kWh. */
record MemberEnergyEvent(
    @JsonProperty(required = true) ClosingVersion closing,
    @JsonProperty(required = true) String accountingPoint,
    @JsonProperty(required = true) EnergyDirection direction,
    @JsonProperty(required = true) List<Day> days,
    @JsonProperty(required = true) List<Supplier> suppliers) {
  MemberEnergyEvent {
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(accountingPoint, "accountingPoint");
    Objects.requireNonNull(direction, "direction");
    days = List.copyOf(days);
    suppliers = List.copyOf(suppliers);
  }

  /** Quantities of a local day; which are set depends on the direction. */
  record Day(
      @JsonProperty(required = true) LocalDate day,
      long consumptionMilliWattHours,
      long allocatedMilliWattHours,
      long residualMilliWattHours,
      long generationMilliWattHours,
      long sharedMilliWattHours,
      long surplusMilliWattHours,
      @Nullable Boolean leading) {
    Day {
      Objects.requireNonNull(day, "day");
    }

    private boolean adds(EnergyDirection direction) {
      return adds(consumptionMilliWattHours, allocatedMilliWattHours, residualMilliWattHours)
          && adds(generationMilliWattHours, sharedMilliWattHours, surplusMilliWattHours)
          && switch (direction) {
            case CONSUMPTION -> generationMilliWattHours == 0;
            case GENERATION -> consumptionMilliWattHours == 0;
          };
    }

    private static boolean adds(long whole, long part, long rest) {
      return part >= 0 && rest >= 0 && whole == Math.addExact(part, rest);
    }
  }

  /** Energy from one producer. */
  record Supplier(
      @JsonProperty(required = true) String accountingPoint,
      @JsonProperty(required = true) List<SupplyDay> days) {
    Supplier {
      Objects.requireNonNull(accountingPoint, "accountingPoint");
      days = List.copyOf(days);
    }
  }

  /** Energy from one producer on one local day. */
  record SupplyDay(
      @JsonProperty(required = true) LocalDate day,
      @JsonProperty(required = true) long quantityMilliWattHours) {
    SupplyDay {
      Objects.requireNonNull(day, "day");
    }
  }

  /**
   * The quantities in domain terms.
   *
   * @throws ProblemException {@link RatingRejection#ENERGY_INCONSISTENT}
   */
  MemberEnergy toEnergy() {
    LocalDate before = LocalDate.MIN;
    for (Day day : days) {
      if (!day.adds(direction) || !day.day().isAfter(before)) {
        throw inconsistent("on " + day.day());
      }
      before = day.day();
    }
    Map<LocalDate, Long> supplied = supplied();
    for (Day day : days) {
      long given = Objects.requireNonNullElse(supplied.remove(day.day()), 0L);
      if (given != day.allocatedMilliWattHours()) {
        throw inconsistent("suppliers give %d on %s".formatted(given, day.day()));
      }
    }
    if (!supplied.isEmpty()) {
      throw inconsistent("suppliers give on days outside the membership");
    }
    AccountingPointId point = new AccountingPointId(accountingPoint);
    return switch (direction) {
      case CONSUMPTION -> consumer(point);
      case GENERATION ->
          new MemberEnergy.Producer(
              point,
              quantities(Day::generationMilliWattHours),
              quantities(Day::surplusMilliWattHours),
              countedElsewhere());
    };
  }

  /** What all suppliers give together, by day; each supplier once, each of its days once. */
  private Map<LocalDate, Long> supplied() {
    Map<LocalDate, Long> sums = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Supplier supplier : suppliers) {
      for (SupplyDay day : supplier.days()) {
        if (day.quantityMilliWattHours() < 0
            || !seen.add(supplier.accountingPoint() + " " + day.day())) {
          throw inconsistent("supplier " + supplier.accountingPoint() + " on " + day.day());
        }
        sums.merge(day.day(), day.quantityMilliWattHours(), Math::addExact);
      }
    }
    return sums;
  }

  private MemberEnergy consumer(AccountingPointId point) {
    return new MemberEnergy.Consumer(
        point,
        quantities(Day::residualMilliWattHours),
        suppliers.stream().map(MemberEnergyEvent::supply).toList(),
        countedElsewhere());
  }

  private Set<LocalDate> countedElsewhere() {
    return days.stream()
        .filter(day -> Boolean.FALSE.equals(day.leading()))
        .map(Day::day)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static MemberEnergy.Supply supply(Supplier supplier) {
    return new MemberEnergy.Supply(
        new AccountingPointId(supplier.accountingPoint()),
        supplier.days().stream()
            .map(day -> quantity(day.day(), day.quantityMilliWattHours()))
            .toList());
  }

  private List<Quantity> quantities(ToLongFunction<Day> value) {
    return days.stream().map(day -> quantity(day.day(), value.applyAsLong(day))).toList();
  }

  private static Quantity quantity(LocalDate day, long milliWattHours) {
    return new Quantity(day, Energy.ofMilliWattHours(milliWattHours));
  }

  private ProblemException inconsistent(String where) {
    return new ProblemException(
        RatingRejection.ENERGY_INCONSISTENT,
        "Closing %s, accounting point %s: %s".formatted(closing.id(), accountingPoint, where));
  }
}

package org.nachbarstrom.pricing.rating.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
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

  /** Quantities of a local day; which are set depends on the direction. */
  record Day(
      @JsonProperty(required = true) LocalDate day,
      long consumptionMilliWattHours,
      long allocatedMilliWattHours,
      long residualMilliWattHours,
      long generationMilliWattHours,
      long sharedMilliWattHours,
      long surplusMilliWattHours) {

    private boolean adds() {
      return consumptionMilliWattHours == allocatedMilliWattHours + residualMilliWattHours
          && generationMilliWattHours == sharedMilliWattHours + surplusMilliWattHours
          && Math.min(allocatedMilliWattHours, residualMilliWattHours) >= 0
          && Math.min(sharedMilliWattHours, surplusMilliWattHours) >= 0;
    }
  }

  /** Energy from one producer. */
  record Supplier(
      @JsonProperty(required = true) String accountingPoint,
      @JsonProperty(required = true) List<SupplyDay> days) {}

  /** Energy from one producer on one local day. */
  record SupplyDay(
      @JsonProperty(required = true) LocalDate day,
      @JsonProperty(required = true) long quantityMilliWattHours) {}

  /**
   * The quantities in domain terms.
   *
   * @throws ProblemException {@link RatingRejection#ENERGY_INCONSISTENT}
   */
  MemberEnergy toEnergy() {
    for (Day day : days) {
      if (!day.adds()) {
        throw inconsistent("on " + day.day());
      }
    }
    AccountingPointId point = new AccountingPointId(accountingPoint);
    return switch (direction) {
      case CONSUMPTION -> consumer(point);
      case GENERATION ->
          new MemberEnergy.Producer(
              point,
              quantities(Day::generationMilliWattHours),
              quantities(Day::surplusMilliWattHours));
    };
  }

  private MemberEnergy consumer(AccountingPointId point) {
    long allocated = days.stream().mapToLong(Day::allocatedMilliWattHours).sum();
    long supplied =
        suppliers.stream()
            .flatMap(supplier -> supplier.days().stream())
            .mapToLong(SupplyDay::quantityMilliWattHours)
            .sum();
    if (allocated != supplied) {
      throw inconsistent("suppliers give " + supplied + ", allocated is " + allocated);
    }
    return new MemberEnergy.Consumer(
        point,
        quantities(Day::residualMilliWattHours),
        suppliers.stream().map(MemberEnergyEvent::supply).toList());
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

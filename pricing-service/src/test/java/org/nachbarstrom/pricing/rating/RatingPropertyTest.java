package org.nachbarstrom.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.nachbarstrom.pricing.contract.Contract;
import org.nachbarstrom.pricing.contract.ContractAssignment;
import org.nachbarstrom.pricing.rating.MemberEnergy.Quantity;
import org.nachbarstrom.pricing.tariff.ComponentKind;
import org.nachbarstrom.pricing.tariff.PriceComponent;
import org.nachbarstrom.pricing.tariff.Tariff;
import org.nachbarstrom.pricing.tariff.TariffId;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.DateRange;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Price;
import org.nachbarstrom.quantities.PriceUnit;

/** Whatever the quantities and prices: no energy is lost, and a line is rounded once only. */
class RatingPropertyTest {
  private static final AccountingPointId FLAT = new AccountingPointId("50000000013");
  private static final AccountingPointId ROOF = new AccountingPointId("50000000063");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-20");
  static final long MOST = 1_000_000_000L;

  @Property(tries = 200)
  void aConsumersLinesHoldItsConsumption(
      @ForAll @Size(min = 1, max = 31) List<@LongRange(max = MOST) Long> residual,
      @ForAll @Size(max = 31) List<@LongRange(max = MOST) Long> shared,
      @ForAll @IntRange(min = -5_000, max = 50_000) int price,
      @ForAll @IntRange(min = 1, max = 31) int change) {
    List<Long> supplied = shared.subList(0, Math.min(shared.size(), residual.size()));
    MemberEnergy.Supply supply = new MemberEnergy.Supply(ROOF, given(quantities(supplied)));
    MemberEnergy energy = new MemberEnergy.Consumer(FLAT, quantities(residual), List.of(supply));

    List<LineItem> lines = lines(energy, prices(price, change));

    assertThat(energyOf(lines, Component.RESIDUAL_ENERGY)).isEqualTo(sum(residual));
    assertThat(energyOf(lines, Component.SHARED_ENERGY)).isEqualTo(sum(supplied));
    lines.forEach(RatingPropertyTest::assertRoundedOnce);
  }

  @Property(tries = 200)
  void aProducersFeedInIsItsGeneration(
      @ForAll @Size(min = 1, max = 31) List<@LongRange(max = MOST) Long> shared,
      @ForAll @LongRange(max = MOST) long surplus,
      @ForAll @IntRange(min = -5_000, max = 50_000) int price,
      @ForAll @IntRange(min = 1, max = 31) int change) {
    List<Long> surpluses = shared.stream().map(s -> surplus).toList();
    List<Long> generated = shared.stream().map(s -> s + surplus).toList();
    MemberEnergy energy =
        new MemberEnergy.Producer(ROOF, quantities(generated), quantities(surpluses));

    List<LineItem> lines = lines(energy, prices(price, change));

    assertThat(energyOf(lines, Component.MEASURED_FEED_IN)).isEqualTo(sum(generated));
    assertThat(energyOf(lines, Component.SURPLUS_ENERGY)).isEqualTo(sum(surpluses));
    lines.forEach(RatingPropertyTest::assertRoundedOnce);
  }

  /** |amount − quantity × price| is at most half of 10⁻⁶ EUR. */
  private static void assertRoundedOnce(LineItem line) {
    int scale =
        switch (line.price().unit()) {
          case CT_PER_KWH, PERCENT -> 4;
          case EUR_PER_DAY -> 6;
        };
    BigDecimal exact =
        line.quantity().amount().multiply(line.price().amount()).movePointRight(scale);
    assertThat(exact.subtract(BigDecimal.valueOf(line.amount().microEuro())).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
  }

  private static List<LineItem> lines(MemberEnergy energy, PriceList prices) {
    return switch (Rater.rate(energy, prices)) {
      case RatingOutcome.Rated rated -> rated.lines();
      case RatingOutcome.Waiting waiting -> throw new AssertionError(waiting.missing());
    };
  }

  /** One tariff for both points whose prices rise by a tenth of a cent after some days. */
  private static PriceList prices(int price, int change) {
    TariffId id = new TariffId("any");
    LocalDate second = FIRST.plusDays(change);
    List<PriceComponent> components = new ArrayList<>();
    for (ComponentKind kind : ComponentKind.values()) {
      components.add(component(kind, price, new DateRange(FIRST, second)));
      components.add(component(kind, price + 100, DateRange.startingAt(second)));
    }
    List<ContractAssignment> always =
        List.of(new ContractAssignment(id, DateRange.startingAt(FIRST)));
    return new PriceList(
        Map.of(FLAT, new Contract(FLAT, always), ROOF, new Contract(ROOF, always)),
        Map.of(id, new Tariff(id, "Any", components)));
  }

  private static PriceComponent component(ComponentKind kind, int price, DateRange days) {
    return new PriceComponent(
        kind,
        new Price(BigDecimal.valueOf(price, 3), kind.unit()),
        new Price(BigDecimal.valueOf(19), PriceUnit.PERCENT),
        days);
  }

  private static List<Quantity> quantities(List<Long> milliWattHours) {
    List<Quantity> quantities = new ArrayList<>();
    for (long value : milliWattHours) {
      Energy energy = Energy.ofMilliWattHours(value);
      quantities.add(new Quantity(FIRST.plusDays(quantities.size()), energy));
    }
    return quantities;
  }

  /** Metering leaves days without supply out. */
  private static List<Quantity> given(List<Quantity> quantities) {
    return quantities.stream().filter(quantity -> !quantity.energy().isZero()).toList();
  }

  private static long energyOf(List<LineItem> lines, Component component) {
    return lines.stream()
        .filter(line -> line.component() == component)
        .mapToLong(line -> line.energy().milliWattHours())
        .sum();
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }
}

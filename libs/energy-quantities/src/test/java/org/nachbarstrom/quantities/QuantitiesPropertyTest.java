package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class QuantitiesPropertyTest {
  private static final long PETAWATT_HOUR = 1_000_000_000_000_000_000L;

  @Property
  void energySurvivesKilowattHours(@ForAll long milliWattHours) {
    Energy energy = Energy.ofMilliWattHours(milliWattHours);
    assertThat(Energy.ofKilowattHours(energy.toKilowattHours())).isEqualTo(energy);
  }

  @Property
  void moneySurvivesEuro(@ForAll long microEuro) {
    Money money = Money.ofMicroEuro(microEuro);
    assertThat(Money.ofEuro(money.toEuro())).isEqualTo(money);
  }

  @Property
  void takingAwayWhatWasAddedLeavesTheSame(
      @ForAll @LongRange(min = -PETAWATT_HOUR, max = PETAWATT_HOUR) long one,
      @ForAll @LongRange(min = -PETAWATT_HOUR, max = PETAWATT_HOUR) long other) {
    Energy energy = Energy.ofMilliWattHours(one);
    assertThat(energy.plus(Energy.ofMilliWattHours(other)).minus(Energy.ofMilliWattHours(other)))
        .isEqualTo(energy);
    Money money = Money.ofMicroEuro(one);
    assertThat(money.plus(Money.ofMicroEuro(other)).minus(Money.ofMicroEuro(other)))
        .isEqualTo(money);
  }

  @Property
  void wholeCentsAndTheRestAreTheAmount(@ForAll long microEuro) {
    long cents = Money.ofMicroEuro(microEuro).wholeCents();
    long rest = microEuro - cents * 10_000;
    assertThat(Math.abs(rest)).isLessThan(10_000);
    assertThat(rest == 0 || Long.signum(rest) == Long.signum(microEuro)).isTrue();
  }

  @Property
  void pricedPartsDifferFromThePricedWholeByLessThanOneUnitEach(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000_000_000) Long> parts,
      @ForAll @LongRange(min = 0, max = 10_000_000_000L) long unscaled) {
    Price price = new Price(BigDecimal.valueOf(unscaled, 8), PriceUnit.CT_PER_KWH);
    Energy sum = Energy.ZERO;
    Money sumOfParts = Money.ZERO;
    for (long part : parts) {
      sum = sum.plus(Energy.ofMilliWattHours(part));
      sumOfParts = sumOfParts.plus(price.times(Energy.ofMilliWattHours(part)));
    }
    assertThat(Math.abs(sumOfParts.minus(price.times(sum)).microEuro()))
        .isLessThanOrEqualTo(parts.size());
  }
}

package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyAndPriceTest {
  private static Price price(String amount, PriceUnit unit) {
    return new Price(new BigDecimal(amount), unit);
  }

  @Test
  void pricesTwelveKilowattHoursAtTwentyEightCents() {
    assertThat(price("28", PriceUnit.CT_PER_KWH).times(Energy.ofMilliWattHours(12_000_000)))
        .isEqualTo(Money.ofMicroEuro(3_360_000));
  }

  @Test
  void pricesEnergyWithTheFinestPrice() {
    // 1 000 kWh at 0.00000001 ct/kWh = 0.00001 ct = 0.0000001 EUR, below half a micro-euro.
    assertThat(
            price("0.00000001", PriceUnit.CT_PER_KWH).times(Energy.ofMilliWattHours(1_000_000_000)))
        .isEqualTo(Money.ZERO);
    // 100 times as much is 10 micro-euro exactly.
    assertThat(
            price("0.00000001", PriceUnit.CT_PER_KWH)
                .times(Energy.ofMilliWattHours(100_000_000_000L)))
        .isEqualTo(Money.ofMicroEuro(10));
  }

  @Test
  void roundsHalfToTheEvenMicroEuroAndOnlyOnce() {
    Price oneCent = price("1", PriceUnit.CT_PER_KWH);
    assertThat(oneCent.times(Energy.ofMilliWattHours(50))).isEqualTo(Money.ZERO);
    assertThat(oneCent.times(Energy.ofMilliWattHours(51))).isEqualTo(Money.ofMicroEuro(1));
    assertThat(oneCent.times(Energy.ofMilliWattHours(150))).isEqualTo(Money.ofMicroEuro(2));
    assertThat(oneCent.times(Energy.ofMilliWattHours(250))).isEqualTo(Money.ofMicroEuro(2));
    assertThat(oneCent.times(Energy.ofMilliWattHours(-150))).isEqualTo(Money.ofMicroEuro(-2));
  }

  @Test
  void pricesThirtyOneDaysOfBaseFee() {
    assertThat(price("0.35", PriceUnit.EUR_PER_DAY).timesDays(31))
        .isEqualTo(Money.ofEuro(new BigDecimal("10.85")));
  }

  @Test
  void takesNineteenPercentOfFourEuroAndSixCents() {
    assertThat(price("19", PriceUnit.PERCENT).percentOf(Money.ofMicroEuro(4_060_000)))
        .isEqualTo(Money.ofMicroEuro(771_400));
  }

  @Test
  void refusesToMultiplyByWhatThePriceIsNotCountedIn() {
    Price perDay = price("0.35", PriceUnit.EUR_PER_DAY);
    assertThatThrownBy(() -> perDay.times(Energy.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("EUR_PER_DAY")
        .hasMessageContaining("CT_PER_KWH");
    assertThatThrownBy(() -> perDay.percentOf(Money.ZERO))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> price("19", PriceUnit.PERCENT).timesDays(1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void acceptsEightDecimalPlacesAndNoMore() {
    assertThat(price("7.90000000000", PriceUnit.CT_PER_KWH))
        .isEqualTo(price("7.9", PriceUnit.CT_PER_KWH));
    assertThat(price("1E+2", PriceUnit.CT_PER_KWH).amount()).isEqualTo(new BigDecimal("100"));
    assertThatThrownBy(() -> price("0.000000001", PriceUnit.CT_PER_KWH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.000000001");
  }

  @Test
  void cutsWholeCentsTowardsZero() {
    assertThat(Money.ofMicroEuro(19_999).wholeCents()).isEqualTo(1);
    assertThat(Money.ofMicroEuro(-19_999).wholeCents()).isEqualTo(-1);
    assertThat(Money.ofMicroEuro(9_999).wholeCents()).isZero();
  }

  @Test
  void refusesMoneyFinerThanAMicroEuroAndOverflow() {
    assertThatThrownBy(() -> Money.ofEuro(new BigDecimal("0.0000001")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofMicroEuro(Long.MAX_VALUE).plus(Money.ofMicroEuro(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofMicroEuro(Long.MIN_VALUE).negate())
        .isInstanceOf(ArithmeticException.class);
  }
}

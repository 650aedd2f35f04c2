package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EnergyTest {
  @Test
  void readsKilowattHoursExactly() {
    assertThat(Energy.ofKilowattHours(new BigDecimal("0.030")).milliWattHours()).isEqualTo(30_000);
    assertThat(Energy.ofKilowattHours(new BigDecimal("5669.998")).milliWattHours())
        .isEqualTo(5_669_998_000L);
  }

  @Test
  void refusesToRoundWhatIsFinerThanAMilliwattHour() {
    assertThatThrownBy(() -> Energy.ofKilowattHours(new BigDecimal("0.0000001")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Energy.ofKilowattHours(new BigDecimal("1E+20")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void writesKilowattHoursWithSixPlaces() {
    assertThat(Energy.ofMilliWattHours(1_500_000).toKilowattHours().toPlainString())
        .isEqualTo("1.500000");
    assertThat(Energy.ofMilliWattHours(-1)).hasToString("-0.000001 kWh");
  }

  @Test
  void throwsInsteadOfOverflowing() {
    Energy largest = Energy.ofMilliWattHours(Long.MAX_VALUE);
    Energy one = Energy.ofMilliWattHours(1);
    assertThatThrownBy(() -> largest.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> largest.negate().minus(one).minus(one))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void takesTheSmallerOfTwo() {
    Energy small = Energy.ofMilliWattHours(-3);
    assertThat(small.min(Energy.ZERO)).isEqualTo(small);
    assertThat(Energy.ZERO.min(small)).isEqualTo(small);
    assertThat(small.isNegative()).isTrue();
    assertThat(Energy.ofMilliWattHours(0).isZero()).isTrue();
  }
}

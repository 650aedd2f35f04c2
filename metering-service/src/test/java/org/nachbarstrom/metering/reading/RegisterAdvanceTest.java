package org.nachbarstrom.metering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.quantities.AccountingPointId;

class RegisterAdvanceTest {
  private static PointMetering metering(
      int factor, @Nullable Integer digits, @Nullable Long capacity) {
    return new PointMetering(new AccountingPointId("50000000013"), null, factor, digits, capacity);
  }

  private static Optional<Long> advance(
      String from, String to, PointMetering metering, long quarterHours) {
    return RegisterAdvance.milliWattHours(
        new BigDecimal(from), new BigDecimal(to), metering, quarterHours);
  }

  @Test
  void appliesTheTransformerFactorOnce() {
    // 0.125 kWh on the register times 40 are 5 kWh.
    assertThat(advance("1000.500", "1000.625", metering(40, null, null), 1)).contains(5_000_000L);
    assertThat(advance("7", "7", metering(40, null, null), 1)).contains(0L);
  }

  @Test
  void reckonsWithAPlausibleOverflow() {
    // From 999 990 to 1 000 000 are 10 kWh, then 15 more; 30 kW allow 7.5 kWh a quarter-hour.
    assertThat(advance("999990", "15", metering(1, 6, 30_000L), 4)).contains(25_000_000L);
    assertThat(advance("999990", "15", metering(1, 6, 30_000L), 3)).isEmpty();
  }

  @Test
  void takesNoNegativeAdvanceWithoutAKnownRegisterWidthAndCapacity() {
    assertThat(advance("999990", "15", metering(1, null, 30_000L), 4)).isEmpty();
    assertThat(advance("999990", "15", metering(1, 6, null), 4)).isEmpty();
    assertThat(advance("1999990", "15", metering(1, 6, 30_000L), 4)).isEmpty();
    assertThat(advance("100", "99.999", metering(1, 6, 30_000L), 96)).isEmpty();
  }

  @Test
  void takesNoMorePlacesThanEnergyIsCountedIn() {
    assertThat(advance("0", "0.0000001", metering(1, null, null), 1)).isEmpty();
    assertThat(advance("0", "0.0000001", metering(10, null, null), 1)).contains(1L);
  }
}

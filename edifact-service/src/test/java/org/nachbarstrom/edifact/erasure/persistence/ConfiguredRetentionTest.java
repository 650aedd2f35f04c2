package org.nachbarstrom.edifact.erasure.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredRetentionTest {
  @Test
  void readsPeriodsOfYearsMonthsAndDays() {
    assertThat(ConfiguredRetention.period("P3Y")).isEqualTo(Period.ofYears(3));
    assertThat(ConfiguredRetention.period("P2Y11M")).isEqualTo(Period.of(2, 11, 0));
    assertThat(ConfiguredRetention.period("P31D")).isEqualTo(Period.ofDays(31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P-3Y", "P3Y-1D", "P30D", "3Y", "PT24H", ""})
  void takesNoPeriodThatWouldDeleteWhatIsNeeded(String text) {
    assertThatThrownBy(() -> ConfiguredRetention.period(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nachbarstrom.edifact.retention");
  }
}

package org.nachbarstrom.metering.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.000001,1",
    "0.25,250000",
    "12,12000000",
    "007.5,7500000",
    "0.1234560000,123456",
    "1e-3,1000",
    "1.5E+2,150000000",
    "1000000,1000000000000",
    "-0.0,0",
    "0e999999,0"
  })
  void readsExactMilliWattHours(String text, long expected) {
    assertThat(DecimalText.milliWattHours(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.1,NEGATIVE_VALUE",
    "0.0000001,TOO_FINE",
    "0.30000000000000004,TOO_FINE",
    "1e-7,TOO_FINE",
    "1e-999999999,TOO_FINE",
    "1000000.000001,TOO_LARGE",
    "1e999999,TOO_LARGE",
    "1e999999999,TOO_LARGE",
    "9999999999999,TOO_LARGE",
    "1e99999999999,UNREADABLE_VALUE"
  })
  void refusesWhatIsNoEnergyWithoutComputingIt(String text, Fault expected) {
    assertThat(DecimalText.fault(DecimalText.milliWattHours(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", ".5.", "1.", "abc", "0x10", "1,5", " 1", "NaN", "Infinity", "--1", "١"})
  void refusesWhatIsNoDecimalNumber(String text) {
    assertThat(DecimalText.milliWattHours(text)).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"1234.5,1234500000", "0.000001,1"})
  void readsNumbersLikeTexts(BigDecimal number, long expected) {
    assertThat(DecimalText.milliWattHours(number)).isEqualTo(expected);
  }
}

package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EicCodeTest {
  /** The four German control areas, the German bidding zone and Austria, as ENTSO-E lists them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10YDE-VE-------2",
        "10YDE-EON------1",
        "10YDE-RWENET---I",
        "10YDE-ENBW-----N",
        "10Y1001A1001A82H",
        "10YAT-APG------L"
      })
  void acceptsCodesOfTheTransmissionOperators(String value) {
    assertThat(EicCode.tryParse(value)).contains(new EicCode(value));
    assertThat(new EicCode(value)).hasToString(value);
  }

  @Test
  void refusesAWrongCheckCharacter() {
    assertThat(EicCode.tryParse("10YDE-VE-------3")).isEmpty();
    assertThatThrownBy(() -> new EicCode("10YDE-EVE------2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("check character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10YDE-VE------2", "10yde-ve-------2", "1XYDE-VE-------2", "ÄÖÜ"})
  void refusesAnotherForm(String value) {
    assertThat(EicCode.tryParse(value)).isEmpty();
    assertThatThrownBy(() -> new EicCode(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 characters");
  }

  @Test
  void exactlyOneLastCharacterHolds() {
    long valid =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .filter(c -> EicCode.tryParse("11XNACHBARSTROM" + (char) c).isPresent())
            .count();
    assertThat(valid).isEqualTo(1);
  }
}

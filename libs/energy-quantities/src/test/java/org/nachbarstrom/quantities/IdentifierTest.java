package org.nachbarstrom.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final String METERING_POINT = "DE00056266802AO6G56M11SN51G21M24S";

  @ParameterizedTest
  @ValueSource(strings = {"41373559241", "51238696781", "50120962218", "50000000013"})
  void acceptsMarketLocations(String value) {
    assertThat(MarketLocationId.tryParse(value)).contains(new MarketLocationId(value));
    assertThat(new AccountingPointId(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01373559241", "4137355924", "4137355924A", "", "41373559241 "})
  void refusesMarketLocationsOfWrongForm(String value) {
    assertThat(MarketLocationId.tryParse(value)).isEmpty();
    assertThat(AccountingPointId.tryParse(value)).isEmpty();
    assertThatThrownBy(() -> new MarketLocationId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11 digits");
  }

  @Test
  void refusesAMarketLocationWithAWrongCheckDigit() {
    assertThatThrownBy(() -> new AccountingPointId("41373559242"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("check digit");
  }

  @Property(tries = 200)
  void exactlyOneLastDigitMakesAMarketLocation(
      @ForAll @LongRange(min = 1_000_000_000L, max = 9_999_999_999L) long firstTen) {
    int valid = 0;
    for (int digit = 0; digit < 10; digit++) {
      if (MarketLocationId.tryParse(firstTen + "" + digit).isPresent()) {
        valid++;
      }
    }
    assertThat(valid).isEqualTo(1);
  }

  @Test
  void acceptsMeteringPoints() {
    assertThat(MeteringPointId.tryParse(METERING_POINT)).isPresent();
    assertThat(new AccountingPointId("AT0010000000000000001000000000123").value()).hasSize(33);
    assertThat(MeteringPointId.tryParse(METERING_POINT.toLowerCase(java.util.Locale.ROOT)))
        .isEmpty();
    assertThatThrownBy(() -> new MeteringPointId(METERING_POINT + "X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("33 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9905048000007", "9900123400007", "4012345393651"})
  void acceptsMarketPartnersOfBothKinds(String value) {
    assertThat(MarketPartnerCode.tryParse(value)).contains(new MarketPartnerCode(value));
  }

  @Test
  void refusesMarketPartnersThatNeitherRuleAccepts() {
    // BDEW: 9+0+0+8 + 2(9+5+4) = 53 -> 7; GS1: 9+0+0+8 + 3(9+5+4) = 71 -> 9.
    assertThat(MarketPartnerCode.tryParse("9905048000008")).isEmpty();
    assertThatThrownBy(() -> new MarketPartnerCode("9905048000008"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9905048000008");
    assertThatThrownBy(() -> new MarketPartnerCode("123"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("13 digits");
  }

  @Test
  void readsTheDirectionOfARegister() {
    assertThat(ObisCode.parse("1-1:1.29.0").direction()).contains(EnergyDirection.CONSUMPTION);
    assertThat(ObisCode.parse("1-0:2.29.0*255").direction()).contains(EnergyDirection.GENERATION);
    assertThat(ObisCode.parse("1-1:5.29.0").direction()).isEmpty();
    assertThat(ObisCode.parse("1-1:1.8.0").isLoadProfile()).isFalse();
    assertThat(ObisCode.parse("1-1:1.29.0").isLoadProfile()).isTrue();
  }

  @Test
  void comparesRegistersWithoutMediumAndChannel() {
    assertThat(ObisCode.parse("1-1:1.29.0").sameRegister(ObisCode.parse("1-0:1.29.0"))).isTrue();
    assertThat(ObisCode.parse("1-1:1.29.0").sameRegister(ObisCode.parse("1-1:2.29.0"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1:1.29", "1.29.0", "1-1:1.29.256", "AUA", "", "1-1:1.29.0*1"})
  void refusesWhatIsNoObisCode(String text) {
    assertThat(ObisCode.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> ObisCode.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void obisCodesSurviveText(
      @ForAll @IntRange(max = 255) int medium,
      @ForAll @IntRange(max = 255) int quantity,
      @ForAll @IntRange(max = 255) int type) {
    ObisCode code = new ObisCode(medium, 1, quantity, type, 0);
    assertThat(ObisCode.parse(code.toString())).isEqualTo(code);
  }

  @Test
  void billsOnlyMeasuredAndSubstituteValues() {
    assertThat(ValueQuality.values())
        .filteredOn(ValueQuality::billable)
        .containsExactly(ValueQuality.MEASURED, ValueQuality.SUBSTITUTE);
    assertThat(ValueQuality.values())
        .filteredOn(ValueQuality::provisional)
        .containsExactly(ValueQuality.PROVISIONAL);
  }
}

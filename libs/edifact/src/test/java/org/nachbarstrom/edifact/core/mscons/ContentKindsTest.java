package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.quantities.Interval;

/** Contents beside the samples: values of kind 2, maxima, reactive energy, earlier versions. */
class ContentKindsTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-10-31T23:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void valuesOfKindTwoMayBeALoadProfileWithoutPeriod() throws IOException {
    List<String> body = kindTwo("1-1?:1.29.0");
    body.addAll(MsconsText.value("220:0.5", NOON));
    body.addAll(MsconsText.value("Z18:0.25", NOON.plusSeconds(900)));
    LoadProfile profile = (LoadProfile) accepted(body, "TL");
    assertThat(profile.period()).isEqualTo(new Interval(NOON, NOON.plusSeconds(1800)));
    assertThat(profile.series().getFirst().milliWattHours()).containsExactly(500_000, 250_000);
  }

  @Test
  void valuesOfKindTwoMayBeReadings() throws IOException {
    List<String> body = kindTwo("1-1?:1.8.0");
    body.addAll(List.of("QTY+220:17.5", MsconsText.time(7, NOON)));
    RegisterReadings readings = (RegisterReadings) accepted(body, "TL");
    MeteredValue value = readings.lines().getFirst().values().getFirst();
    assertThat(value.number()).isEqualByComparingTo("17.5");
    assertThat(((ValueTime.Moment) value.time()).at()).isEqualTo(NOON);
  }

  @Test
  void valuesOfKindTwoMayBeBoth() throws IOException {
    List<String> body = kindTwo("1-1?:1.29.0");
    body.addAll(MsconsText.value("220:0.5", NOON));
    body.addAll(List.of("LIN+2", "PIA+5+1-1?:1.8.0:SRW"));
    body.addAll(List.of("QTY+220:17.5", MsconsText.time(7, NOON)));
    OtherSeries series = (OtherSeries) accepted(body, "TL");
    assertThat(series.lines())
        .extracting(ValueLine::product)
        .containsExactlyInAnyOrder("1-1:1.8.0", "1-1:1.29.0");
    assertThat(series.valueCount()).isEqualTo(2);
  }

  /**
   * Two series of one direction would count its energy twice: such a message is no load profile.
   */
  @Test
  void valuesOfKindTwoWithTwoRegistersOfADirectionAreNoLoadProfile() throws IOException {
    for (String other : List.of("1-2?:1.29.0", "1-1?:1.29.1")) {
      List<String> body = kindTwo("1-1?:1.29.0");
      body.addAll(MsconsText.value("220:0.5", NOON));
      body.addAll(List.of("LIN+2", "PIA+5+" + other + ":SRW"));
      body.addAll(MsconsText.value("220:0.25", NOON));
      assertThat(accepted(body, "TL")).as(other).isInstanceOf(OtherSeries.class);
    }
  }

  @Test
  void valuesOfKindTwoHaveNoGap() throws IOException {
    List<String> body = kindTwo("1-1?:1.29.0");
    body.addAll(MsconsText.value("220:0.5", NOON));
    body.addAll(MsconsText.value("220:0.5", NOON.plusSeconds(1800)));
    assertThat(result(body, "TL").toString()).contains("SERIES_INCOMPLETE");
  }

  @Test
  void maximaHaveAMonth() throws IOException {
    List<String> body = head("Z28", "13016");
    body.addAll(List.of("LIN+1", "PIA+5+1-1?:1.6.0:SRW", "QTY+220:42.125", "DTM+306:202602:610"));
    EnergyQuantities quantities = (EnergyQuantities) accepted(body, "EM");
    MeteredValue value = quantities.lines().getFirst().values().getFirst();
    assertThat(value.time()).isEqualTo(new ValueTime.Month(YearMonth.of(2026, 2)));
    assertThat(value.number()).isEqualByComparingTo("42.125");
  }

  /** Whoever takes readings over would not know which one holds. */
  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c", "2.2e"})
  void aRegisterHasOneReadingAtAMomentInEveryVersion(String version) throws IOException {
    List<String> body = readings("220:17.5");
    assertThat(result(body, "VL", version)).isInstanceOf(MessageResult.Accepted.class);
    List<String> twice = new ArrayList<>(body);
    twice.addAll(List.of("QTY+220:18.5", MsconsText.time(7, MIDNIGHT)));
    assertThat(result(twice, "VL", version).toString()).contains("[INTERVAL_REPEATED");
    List<String> other = new ArrayList<>(body);
    other.addAll(List.of("LIN+2", "PIA+5+1-0?:1.8.0:SRW"));
    other.addAll(List.of("QTY+220:18.5", MsconsText.time(7, MIDNIGHT)));
    assertThat(result(other, "VL", version).toString()).contains("[INTERVAL_REPEATED");
    other.set(other.indexOf("PIA+5+1-0?:1.8.0:SRW"), "PIA+5+1-0?:2.8.0:SRW");
    assertThat(result(other, "VL", version)).isInstanceOf(MessageResult.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.2e"})
  void aReadingIsNeverNegativeNorLargerThanARegister(String version) throws IOException {
    assertThat(result(readings("220:-17.5"), "VL", version).toString()).contains("[VALUE_NEGATIVE");
    assertThat(result(readings("220:1234567890123"), "VL", version).toString())
        .contains("[VALUE_TOO_LARGE");
    assertThat(result(readings("220:1.1234567"), "VL", version).toString())
        .contains("[VALUE_TOO_PRECISE");
    assertThat(result(readings("220:123456789012"), "VL", version))
        .isInstanceOf(MessageResult.Accepted.class);
  }

  private static List<String> readings(String quantity) {
    List<String> body = head("7", "13017");
    body.set(7, "LOC+172+DE0000019999900000000000000000123");
    body.addAll(List.of("RFF+MG:1SYN0012345678", "LIN+1", "PIA+5+1-1?:1.8.0:SRW"));
    body.addAll(List.of("QTY+" + quantity, MsconsText.time(7, MIDNIGHT)));
    return body;
  }

  @Test
  void reactiveEnergyIsALoadProfileToo() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1");
    body.set(11, "PIA+5+1-1?:3.29.0:SRW");
    LoadProfile profile = (LoadProfile) accepted(body, "TL");
    assertThat(profile.series().getFirst().obis()).hasToString("1-1:3.29.0");
  }

  @Test
  void anApplicationReferenceOfOthersRefusesTheMessage() throws IOException {
    assertThat(result(MsconsText.profile(NOON, "220:1"), "EM"))
        .isInstanceOf(MessageResult.Refused.class);
  }

  @Test
  void earlierVersionsAreReadForLoadProfilesAndReadings() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1");
    body.set(2, "RFF+Z13:13008");
    assertThat(result(body, "TL", "2.2e")).isInstanceOf(MessageResult.Accepted.class);
    body.set(2, "RFF+Z13:13019");
    assertThat(result(body, "EM", "2.2e").toString()).contains("MESSAGE_VERSION_UNSUPPORTED");
    body.set(2, "RFF+Z13:99999");
    assertThat(result(body, "TL", "2.2e").toString()).contains("CHECK_IDENTIFIER_NOT_IMPORTED");
  }

  private static List<String> kindTwo(String product) {
    List<String> body = head("Z83", "13027");
    body.add(2, "RFF+AGI:ORDER1");
    body.addAll(List.of("LIN+1", "PIA+5+" + product + ":SRW"));
    return body;
  }

  private static List<String> head(String kind, String checkIdentifier) {
    List<String> body = new ArrayList<>(MsconsText.start(NOON, NOON.plusSeconds(900)));
    body.set(0, "BGM+" + kind + "+DOC1+9");
    body.set(2, "RFF+Z13:" + checkIdentifier);
    return new ArrayList<>(body.subList(0, 8));
  }

  private static MsconsContent accepted(List<String> body, String application) throws IOException {
    MessageResult result = result(body, application);
    assertThat(result).isInstanceOf(MessageResult.Accepted.class);
    return ((MessageResult.Accepted) result).content();
  }

  private static MessageResult result(List<String> body, String application) throws IOException {
    return result(body, application, "2.5");
  }

  private static MessageResult result(List<String> body, String application, String version)
      throws IOException {
    String text =
        MsconsText.interchange(MsconsText.message("M1", version, body))
            .replace("++TL'", "++" + application + "'");
    List<MessageResult> results = new ArrayList<>();
    MsconsReader.read(MsconsText.stream(text), ReadOptions.DEFAULT, results::add);
    return results.getFirst();
  }
}

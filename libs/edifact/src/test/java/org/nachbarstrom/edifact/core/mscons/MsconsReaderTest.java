package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

class MsconsReaderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void readsValuesQualitiesAndNames() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:0.030", "Z18:1", "220:12.5", "67:0");
    body.addAll(List.of("STS+Z32++ZJ2", "STS+Z34++ZB0", "STS+Z40++ZB0"));
    LoadProfile profile = accepted(MsconsText.message("M1", body));
    assertThat(profile.head().documentNumber()).isEqualTo("DOC1");
    assertThat(profile.head().messageTime()).isEqualTo("2026-11-22T05:00:00Z");
    assertThat(profile.head().sender().value()).isEqualTo("9900000000011");
    assertThat(profile.head().recipient().value()).isEqualTo("9900000000029");
    assertThat(profile.object().id()).isEqualTo("51238696781");
    assertThat(profile.period()).isEqualTo(new Interval(NOON, NOON.plusSeconds(3600)));
    RegisterSeries series = profile.series().getFirst();
    assertThat(series.obis()).hasToString("1-1:1.29.0");
    assertThat(series.milliWattHours()).containsExactly(30_000, 1_000_000, 12_500_000, 0);
    assertThat(series.qualityRuns())
        .containsExactly(
            new QualityRun(ValueQuality.MEASURED, 1),
            new QualityRun(ValueQuality.PROVISIONAL, 1),
            new QualityRun(ValueQuality.MEASURED, 1),
            new QualityRun(ValueQuality.SUBSTITUTE, 1));
  }

  @Test
  void takesValuesTimesAndRegistersInAnyOrder() throws IOException {
    List<String> body = MsconsText.start(NOON, NOON.plusSeconds(1800));
    body.addAll(MsconsText.register(1, "1-0:2.29.0*255"));
    body.addAll(MsconsText.value("220:2", NOON.plusSeconds(900)));
    body.add("QTY+220:1");
    body.add(MsconsText.time(164, NOON.plusSeconds(900)));
    body.add("STS+Z33++ZC3");
    body.add(MsconsText.time(163, NOON));
    body.addAll(MsconsText.register(2, "1-0:1.29.0"));
    body.addAll(MsconsText.value("220:3", NOON));
    body.addAll(MsconsText.value("220:4", NOON.plusSeconds(900)));
    LoadProfile profile = accepted(MsconsText.message("M1", body));
    assertThat(profile.series()).hasSize(2);
    assertThat(profile.series().getFirst().obis()).hasToString("1-0:2.29.0");
    assertThat(profile.series().getFirst().milliWattHours()).containsExactly(1_000_000, 2_000_000);
    assertThat(profile.series().getLast().milliWattHours()).containsExactly(3_000_000, 4_000_000);
  }

  @Test
  void readsTheOlderVersionWithContacts() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1");
    body.addAll(4, List.of("CTA+IC+:A Person", "COM+a@b.example:EM", "COM+?+49301:TE"));
    assertThat(accepted(MsconsText.message("M1", "2.4c", body)).series()).hasSize(1);
    assertThat(codes(MsconsText.message("M1", body)))
        .containsExactly(FindingCode.SEGMENT_UNEXPECTED);
  }

  @Test
  void convertsOffsetsToUtc() throws IOException {
    // Since 2.4c the handbook wants +00; messages before it have other offsets.
    String message =
        MsconsText.message("M1", "2.3", MsconsText.profile(NOON, "220:1"))
            .replace("202603011200?+00", "202603011300?+01")
            .replace("202603011215?+00", "202603010715?-05");
    assertThat(accepted(message).period().start()).isEqualTo(NOON);
  }

  @Test
  void readsTheAnnouncedDecimalMarkOnly() throws IOException {
    String comma = "UNA:+,? '" + MsconsText.interchange(message("220:0,125"));
    assertThat(read(comma).accepted().getFirst().series().getFirst().milliWattHours(0))
        .isEqualTo(125_000);
    String point = "UNA:+,? '" + MsconsText.interchange(message("220:0.125"));
    Outcome outcome = read(point);
    assertThat(outcome.codes()).containsExactly(FindingCode.DECIMAL_INVALID);
    assertThat(outcome.result().syntaxValid()).isFalse();
    ReadOptions lenient = ReadOptions.DEFAULT.withLenient(true);
    assertThat(read(point, lenient).accepted()).hasSize(1);
  }

  @Test
  void refusesValuesThatAreNoExactEnergy() throws IOException {
    assertThat(codes(message("220:0.0305"))).containsExactly(FindingCode.VALUE_TOO_PRECISE);
    assertThat(codes(message("220:-0.030"))).containsExactly(FindingCode.VALUE_NEGATIVE);
    assertThat(codes(message("220:1234567890123"))).containsExactly(FindingCode.VALUE_TOO_LARGE);
    assertThat(codes(message("220:.5"))).containsExactly(FindingCode.DECIMAL_DIGIT_MISSING);
    assertThat(codes(message("220:5."))).containsExactly(FindingCode.DECIMAL_INVALID);
    assertThat(codes(message("220:1E3"))).containsExactly(FindingCode.ELEMENT_NOT_NUMERIC);
    assertThat(codes(message("220:-"))).containsExactly(FindingCode.ELEMENT_NOT_NUMERIC);
    assertThat(codes(message("220"))).containsExactly(FindingCode.ELEMENT_MISSING);
    assertThat(codes(message("220:" + "1".repeat(36))))
        .containsExactly(FindingCode.ELEMENT_TOO_LONG);
    assertThat(codes(message("220:1:MWH"))).containsExactly(FindingCode.ITEM_NOT_ALLOWED);
    assertThat(codes(message("79:1"))).containsExactly(FindingCode.CODE_NOT_ALLOWED);
  }

  @Test
  void wantsSubstituteValuesExplained() throws IOException {
    List<String> body = MsconsText.profile(NOON, "67:1");
    assertThat(codes(MsconsText.message("M1", body)))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING, FindingCode.REQUIRED_ITEM_MISSING);
    body.add("STS+Z32++Z92");
    assertThat(codes(MsconsText.message("M1", body)))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    body.add("STS+Z40++Z75");
    assertThat(codes(MsconsText.message("M1", body))).isEmpty();
  }

  @Test
  void namesTheFirstGap() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1", "220:1", "220:1", "220:1");
    body.subList(15, 21).clear();
    Outcome outcome = read(MsconsText.interchange(MsconsText.message("M1", body)));
    assertThat(outcome.codes()).containsExactly(FindingCode.SERIES_INCOMPLETE);
    assertThat(outcome.refused().getFirst().findings().getFirst().text())
        .contains("1-1:1.29.0 lacks 2 quarter-hours")
        .contains("2026-03-01T12:15:00Z")
        .contains("2026-03-01T12:45:00Z");
    assertThat(outcome.result().syntaxValid()).isTrue();
  }

  @Test
  void refusesIntervalsThatDoNotFit() throws IOException {
    assertThat(codes(withInterval(NOON, NOON))).contains(FindingCode.INTERVAL_EMPTY);
    assertThat(codes(withInterval(NOON, NOON.plusSeconds(1800))))
        .contains(FindingCode.INTERVAL_NOT_QUARTER_HOUR);
    assertThat(codes(withInterval(NOON.plusSeconds(60), NOON.plusSeconds(960))))
        .contains(FindingCode.INTERVAL_NOT_QUARTER_HOUR);
    assertThat(codes(withInterval(NOON.minusSeconds(900), NOON)))
        .contains(FindingCode.INTERVAL_OUTSIDE_PERIOD);
    List<String> twice = MsconsText.profile(NOON, "220:1");
    twice.addAll(MsconsText.value("220:2", NOON));
    assertThat(codes(MsconsText.message("M1", twice)))
        .containsExactly(FindingCode.INTERVAL_REPEATED);
    String early = message("220:1").replace("202611220500", "202603011200");
    assertThat(codes(early)).contains(FindingCode.TIME_IMPLAUSIBLE);
  }

  @Test
  void refusesPeriodsThatDoNotFit() throws IOException {
    assertThat(codes(withPeriod(NOON, NOON))).containsExactly(FindingCode.PERIOD_EMPTY);
    assertThat(codes(withPeriod(NOON, NOON.plusSeconds(60))))
        .containsExactly(FindingCode.INTERVAL_NOT_QUARTER_HOUR);
    assertThat(codes(withPeriod(NOON, NOON.plusSeconds(200_000L * 900))))
        .containsExactly(FindingCode.PERIOD_TOO_LONG);
    String without = message("220:1").replace("DTM+163:202603011200?+00:303'DTM+164", "DTM+164");
    assertThat(codes(without)).contains(FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void refusesWrongNamesInTheHead() throws IOException {
    String good = message("220:1");
    assertThat(codes(good)).isEmpty();
    assertThat(codes(good.replace("BGM+Z48", "BGM+7")))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(codes(good.replace("DOC1+9", "DOC1+1")))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(codes(good.replace("Z13:13025", "Z13:13024")))
        .containsExactly(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED);
    assertThat(codes(good.replace("RFF+Z13", "RFF+AGI")))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    assertThat(codes(good.replace("NAD+MS+9900000000011", "NAD+MS+9900000000029")))
        .containsExactly(FindingCode.PARTY_DIFFERS);
    assertThat(codes(good.replace("NAD+MR+9900000000029", "NAD+MR+9900000000020")))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(codes(good.replace("303'RFF", "203'RFF")))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(codes(good.replace(":2.5'", ":2.1i'")))
        .containsExactly(FindingCode.MESSAGE_VERSION_UNSUPPORTED);
    assertThat(codes(good.replace("MSCONS", "UTILMD")))
        .containsExactly(FindingCode.MESSAGE_TYPE_NOT_IMPORTED);
  }

  @Test
  void refusesWrongLocationsAndRegisters() throws IOException {
    String good = message("220:1");
    assertThat(codes(good.replace("51238696781", "51238696782")))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(codes(good.replace("+51238696781", "")))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    assertThat(codes(good.replace("1.29.0", "9.29.0")))
        .containsExactly(FindingCode.OBIS_NOT_IMPORTED);
    assertThat(codes(good.replace("1.29.0", "1.29.1")))
        .containsExactly(FindingCode.OBIS_NOT_IMPORTED);
    assertThat(codes(good.replace("1.29.0", "1.8.0")))
        .containsExactly(FindingCode.OBIS_NOT_IMPORTED);
    List<String> twice = MsconsText.profile(NOON, "220:1");
    twice.addAll(MsconsText.register(2, "1-2:1.29.0"));
    twice.addAll(MsconsText.value("220:1", NOON));
    assertThat(codes(MsconsText.message("M1", twice)))
        .containsExactly(FindingCode.REPETITION_EXCEEDED);
    List<String> noLine = MsconsText.start(NOON, NOON.plusSeconds(900));
    assertThat(codes(MsconsText.message("M1", noLine)))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    List<String> unnamed = new ArrayList<>(noLine);
    unnamed.add("LIN+1");
    assertThat(codes(MsconsText.message("M1", unnamed)))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING, FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void findsStructureThatIsBroken() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1");
    assertThat(codes(MsconsText.message("M1", without(body, "BGM+Z48+DOC1+9"))))
        .containsExactly(FindingCode.SEGMENT_MISSING);
    assertThat(codes(MsconsText.message("M1", without(body, "UNS+D"))))
        .containsExactly(FindingCode.SEGMENT_MISSING);
    assertThat(codes(MsconsText.message("M1", without(body, "LIN+1"))))
        .containsExactly(FindingCode.SEGMENT_MISSING);
    assertThat(codes(MsconsText.message("M1", List.of())))
        .containsExactly(FindingCode.SEGMENT_MISSING);
    List<String> strange = new ArrayList<>(body);
    strange.add("XYZ+1");
    assertThat(codes(MsconsText.message("M1", strange)))
        .containsExactly(FindingCode.SEGMENT_UNEXPECTED);
  }

  @Test
  void keepsTheNeighboursOfARefusedMessage() throws IOException {
    String first = message("220:1");
    String bad = message("220:-1").replace("M1", "M2");
    String last = message("220:3").replace("M1", "M3");
    Outcome outcome = read(MsconsText.interchange(first, bad, last));
    assertThat(outcome.accepted()).hasSize(2);
    assertThat(outcome.refused()).hasSize(1);
    assertThat(outcome.refused().getFirst().facts().header().reference()).isEqualTo("M2");
    assertThat(outcome.result().messages()).isEqualTo(3);
    assertThat(outcome.result().syntaxValid()).isTrue();
  }

  @Test
  void countsFindingsBeyondThoseItKeeps() throws IOException {
    String[] negative = new String[300];
    Arrays.fill(negative, "220:-1");
    String message = MsconsText.message("M1", MsconsText.profile(NOON, negative));
    MessageResult.Refused refused = read(MsconsText.interchange(message)).refused().getFirst();
    assertThat(refused.findings()).hasSize(100);
    assertThat(refused.findingCount()).isEqualTo(300);
  }

  private static List<String> without(List<String> body, String segment) {
    List<String> rest = new ArrayList<>(body);
    assertThat(rest.remove(segment)).isTrue();
    return rest;
  }

  private static String message(String quantity) {
    return MsconsText.message("M1", MsconsText.profile(NOON, quantity));
  }

  private static String withInterval(Instant from, Instant to) {
    List<String> body = MsconsText.start(NOON, NOON.plusSeconds(3600));
    body.addAll(MsconsText.register(1, "1-1:1.29.0"));
    body.addAll(List.of("QTY+220:1", MsconsText.time(163, from), MsconsText.time(164, to)));
    return MsconsText.message("M1", body);
  }

  private static String withPeriod(Instant from, Instant to) {
    List<String> body = MsconsText.start(from, to);
    body.addAll(MsconsText.register(1, "1-1:1.29.0"));
    return MsconsText.message("M1", body);
  }

  @Test
  void checksByTheVersionAskedForWhateverTheHeaderSays() throws IOException {
    List<String> body = MsconsText.profile(NOON, "220:1");
    body.addAll(body.indexOf("NAD+MR+9900000000029::293"), List.of("CTA+IC+:A", "COM+?+49123:TE"));
    for (String header : List.of("2.4c", "2.5", "")) {
      String text = MsconsText.interchange(MsconsText.message("M1", header, body));
      assertThat(read(text, ReadOptions.DEFAULT.withHandbook("2.4c")).refused()).isEmpty();
      assertThat(read(text, ReadOptions.DEFAULT.withHandbook("2.5")).refused())
          .as("contact data left the message description with 2.5")
          .isNotEmpty();
    }
  }

  private static LoadProfile accepted(String message) throws IOException {
    Outcome outcome = read(MsconsText.interchange(message));
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.result().syntaxValid()).isTrue();
    return outcome.accepted().getFirst();
  }

  private static List<FindingCode> codes(String message) throws IOException {
    return read(MsconsText.interchange(message)).codes();
  }

  private static Outcome read(String text) throws IOException {
    return read(text, ReadOptions.DEFAULT);
  }

  private static Outcome read(String text, ReadOptions options) throws IOException {
    List<LoadProfile> accepted = new ArrayList<>();
    List<MessageResult.Refused> refused = new ArrayList<>();
    InterchangeResult result =
        MsconsReader.read(
            MsconsText.stream(text),
            options,
            message -> {
              switch (message) {
                case MessageResult.Accepted taken -> accepted.add((LoadProfile) taken.content());
                case MessageResult.Acknowledgement other ->
                    throw new AssertionError("no MSCONS: " + other);
                case MessageResult.Refused not -> refused.add(not);
              }
            });
    return new Outcome(accepted, refused, result);
  }

  private record Outcome(
      List<LoadProfile> accepted, List<MessageResult.Refused> refused, InterchangeResult result) {
    List<FindingCode> codes() {
      return refused.stream()
          .flatMap(one -> one.findings().stream())
          .map(finding -> finding.code())
          .toList();
    }
  }
}

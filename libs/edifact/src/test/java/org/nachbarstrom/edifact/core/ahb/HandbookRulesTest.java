package org.nachbarstrom.edifact.core.ahb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.MarketRole;

/** One change to a conformant message and the finding that the handbook's table leads to. */
class HandbookRulesTest {
  private static final String SENDER = "9900000000011";
  private static final String RECIPIENT = "9900000000029";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // identifiers: wrong check digit, wrong length, a metering point where a location belongs
        "13025 | LOC+172+51238696781 | LOC+172+51238696782 | FORMAT_VIOLATED @2.1",
        "13025 | LOC+172+51238696781 | LOC+172+5123869678 | FORMAT_VIOLATED @2.1",
        "13025 | LOC+172+51238696781 | LOC+172+DE0000019999900000000000000000123 |"
            + " FORMAT_VIOLATED @2.1",
        "13018 | LOC+172+DE0000019999900000000000000000123 | LOC+172+51238696781 |"
            + " FORMAT_VIOLATED @2.1",
        "13025 | LOC+172+51238696781 | LOC+172 | REQUIRED_ITEM_MISSING @2.1",
        "13005 | LOC+107+11YAREA--------C | LOC+107+11YAREA---C | FORMAT_VIOLATED @2.1",
        "13005 | +11XINTO--------B | +11XINTO | FORMAT_VIOLATED @3.1",
        "13010 | LOC+Z04+H25 | LOC+Z04+H255 | FORMAT_VIOLATED @2.1",
        // numbers
        "13025 | QTY+67:0.080 | QTY+67:-0.080 | VALUE_NEGATIVE @1.2",
        "13025 | QTY+67:0.080 | QTY+67:0.0800 | VALUE_TOO_PRECISE @1.2",
        "13011 | QTY+187:0.12345 | QTY+187:0.123456 | VALUE_TOO_PRECISE @1.2",
        "13009 | QTY+67:1200 | QTY+67:1200.5 | VALUE_TOO_PRECISE @1.2",
        "13010 | QTY+187:0.125 | QTY+187:10000.125 | VALUE_TOO_LARGE @1.2",
        "13019 | QTY+67:250 | QTY+67:-250 | VALUE_NEGATIVE @1.2",
        "13025 | QTY+67:0.080 | QTY+67:0,080 | DECIMAL_INVALID @1.2",
        "13025 | QTY+67:0.080 | QTY+67:.080 | DECIMAL_DIGIT_MISSING @1.2",
        "13025 | QTY+67:0.080 | QTY+67:0. | DECIMAL_INVALID @1.2",
        "13025 | QTY+67:0.080 | QTY+67:1E3 | ELEMENT_NOT_NUMERIC @1.2",
        "13025 | QTY+67:0.080 | QTY+67 | ELEMENT_MISSING @1.2",
        "13025 | LIN+1 | LIN+0 | FORMAT_VIOLATED @1.1",
        "13025 | LIN+1 | LIN+1234567 | ELEMENT_TOO_LONG @1.1",
        // times
        "13025 | DTM+164:202611192315?+00 | DTM+164:202611200015?+01 | FORMAT_VIOLATED @1.2",
        "13025 | DTM+164:202611192315?+00 | DTM+164:202612010015?+00 | TIME_IMPLAUSIBLE @1.2",
        "13025 | DTM+164:202611192315?+00:303 | DTM+164:20261119:303 | FORMAT_VIOLATED @1.2",
        "13025 | DTM+164:202611192315?+00:303 | DTM+164:20261119:102 | CODE_NOT_ALLOWED @1.3",
        "13025 | DTM+164:202611192315?+00:303 | DTM+164::303 | REQUIRED_ITEM_MISSING @1.2",
        "13025 | DTM+137:202611220500?+00 | DTM+137:203001010001?+00 | TIME_IMPLAUSIBLE @1.2",
        "13028 | DTM+164:202610312300?+00 | DTM+164:202610312200?+00 | FORMAT_VIOLATED @1.2",
        "13019 | DTM+163:202609302200?+00 | DTM+163:202609302300?+00 | FORMAT_VIOLATED @1.2",
        "13002 | DTM+7:202611010500?+00 | DTM+7:202611010600?+00 | FORMAT_VIOLATED @1.2",
        "13014 | DTM+163:202609302200?+00 | DTM+163:202610010500?+00 | FORMAT_VIOLATED @1.2",
        "13017 | DTM+60:202610311100?+00 | DTM+60:202610291100?+00 | TIME_IMPLAUSIBLE @1.2",
        "13003 | DTM+492:202610:610 | DTM+492:20261:610 | FORMAT_VIOLATED @1.2",
        "13003 | DTM+293:20261120050000?+00 | DTM+293:20261120060000?+01 | FORMAT_VIOLATED @1.2",
        // codes
        "13025 | BGM+Z48+DOC1+9 | BGM+7+DOC1+9 | CODE_NOT_ALLOWED @1.1",
        "13025 | BGM+Z48+DOC1+9 | BGM+Z48+DOC1+1 | CODE_NOT_ALLOWED @3.1",
        "13025 | BGM+Z48+DOC1+9 | BGM+Z48++9 | REQUIRED_ITEM_MISSING @2.1",
        "13025 | QTY+67 | QTY+79 | CODE_NOT_ALLOWED @1.1",
        "13025 | 1.29.0:SRW | 1.29.0:Z02 | CODE_NOT_ALLOWED @2.2",
        "13025 | STS+Z32++Z92 | STS+Z32++Z93 | CODE_NOT_ALLOWED @3.1",
        "13025 | STS+Z32++Z92 | STS+Z32 | REQUIRED_ITEM_MISSING @3.1",
        "13025 | NAD+MS+9900000000011::293 | NAD+MS+9900000000011::332 | CODE_NOT_ALLOWED @2.3",
        "13002 | LOC+172+DE0000019999900000000000000000123 | LOC+172 |"
            + " REQUIRED_ITEM_MISSING @2.1",
        // what is too much
        "13025 | QTY+67:0.080 | QTY+67:0.080:KWH | ITEM_NOT_ALLOWED @1.3",
        "13025 | NAD+DP | NAD+DP+4711 | ITEM_NOT_ALLOWED @2.1",
        "13025 | NAD+MS+9900000000011::293 | NAD+MS+9900000000011:X:293 | ELEMENT_NOT_USED @2.2",
        "13025 | QTY+67:0.080 | QTY+67:0.080:KWH:1 | SEGMENT_TOO_MANY_COMPONENTS @1.4",
        "13025 | UNS+D | UNS+1 | ELEMENT_NOT_ALPHABETIC @1.1",
        "13022 | QTY+220:-12.5:KWH | QTY+220:-12.5:KWT | CODE_NOT_ALLOWED @1.3",
        "13022 | QTY+220:-12.5:KWH | QTY+220:-12.5 | REQUIRED_ITEM_MISSING @1.3"
      })
  void findsWhatOneChangeSpoils(String profile, String from, String to, String finding) {
    String text = ConformantMessages.text("2.5", profile);
    assertThat(text).contains(from);
    String spoilt = text.replace(from, to);
    String code = finding.substring(0, finding.indexOf(' '));
    String place = finding.substring(finding.indexOf(' '));
    assertThat(CheckRun.create().check(spoilt))
        .singleElement()
        .asString()
        .startsWith(code + " ")
        .contains(to.startsWith("+") || to.startsWith("1.29") ? "" : to.substring(0, 4))
        .endsWith(place);
  }

  @Test
  void allowsStatusesOnlyWithTheQuantityThatNeedsThem() {
    String text = ConformantMessages.text("2.5", "13025").replace("QTY+67", "QTY+220");
    assertThat(CheckRun.create().check(text))
        .containsExactly(
            "ITEM_NOT_ALLOWED STS+Z32++Z92 @0.0",
            "PACKAGE_VIOLATED STS+Z34++Z74 @3.1",
            "ITEM_NOT_ALLOWED STS+Z40++Z74 @0.0");
    // ZA4 stands with true values too
    String corrected =
        text.replace("STS+Z32++Z92'", "")
            .replace("STS+Z40++Z74'", "")
            .replace("STS+Z34++Z74", "STS+Z34++ZA4");
    assertThat(CheckRun.create().check(corrected)).isEmpty();
  }

  @Test
  void takesOneCodeOfAPackageAndEachStatusAsOftenAsDescribed() {
    String text = ConformantMessages.text("2.5", "13025");
    assertThat(CheckRun.create().check(text.replace("STS+Z32", "STS+Z33++Z84'STS+Z32"))).isEmpty();
    assertThat(
            CheckRun.create().check(text.replace("STS+Z32", "STS+Z33++Z84'STS+Z33++Z85'STS+Z32")))
        .containsExactly("PACKAGE_VIOLATED STS+Z33++Z85 @3.1");
    assertThat(
            CheckRun.create()
                .check(text.replace("STS+Z40++Z74'", "STS+Z40++Z74'STS+Z40++Z75'STS+Z40++Z76'")))
        .containsExactly("REPETITION_EXCEEDED STS+Z40++Z75 @0.0");
  }

  @Test
  void asksWhoMaySendSubstitutes() {
    String text = ConformantMessages.text("2.5", "13025");
    // [950] wants a metering operator, or a grid operator towards the register of guarantees
    assertThat(run(MarketRole.METERING_OPERATOR, MarketRole.SUPPLIER).check(text)).isEmpty();
    assertThat(run(MarketRole.GRID_OPERATOR, MarketRole.GUARANTEES_OF_ORIGIN_REGISTER).check(text))
        .isEmpty();
    assertThat(run(MarketRole.GRID_OPERATOR, MarketRole.SUPPLIER).check(text))
        .containsExactly(
            "SENDER_NOT_ALLOWED LOC+172+51238696781 @2.1", "SENDER_NOT_ALLOWED QTY+67:0.080 @1.1");
    assertThat(
            run(MarketRole.SUPPLIER, MarketRole.GRID_OPERATOR).check(text.replace("67:", "Z18:")))
        .contains("SENDER_NOT_ALLOWED QTY+Z18:0.080 @1.1");
  }

  private static CheckRun run(MarketRole sender, MarketRole recipient) {
    return CheckRun.create().role(SENDER, sender).role(RECIPIENT, recipient);
  }

  @Test
  void wantsAGasCodeForGasAndAnElectricityCodeForElectricity() {
    String power = ConformantMessages.text("2.5", "13025");
    assertThat(CheckRun.create().check(power.replace(SENDER, "9800000000013")))
        .containsExactly("SENDER_NOT_ALLOWED NAD+MS+9800000000013::293 @2.1");
    assertThat(CheckRun.create().check(power.replace(RECIPIENT, "9800000000013")))
        .containsExactly("CODE_NOT_ALLOWED NAD+MR+9800000000013::293 @2.1");
    String gas = ConformantMessages.text("2.5", "13002");
    assertThat(CheckRun.create().check(gas.replace("9800000000021", RECIPIENT)))
        .containsExactly("CODE_NOT_ALLOWED NAD+MR+9900000000029::332 @2.1");
  }

  @Test
  void pairsReadingsWithADeviceOrAConfiguration() {
    String text = ConformantMessages.text("2.5", "13017");
    String point = "LOC+172+DE0000019999900000000000000000123'RFF+MG:1SYN0012345678'";
    // an empty object with the configuration instead
    assertThat(CheckRun.create().check(text.replace(point, "LOC+172'RFF+AGK:CONF1'"))).isEmpty();
    assertThat(
            CheckRun.create()
                .check(text.replace(point, "LOC+172'RFF+MG:1SYN0012345678'RFF+AGK:CONF1'")))
        .containsExactly("ITEM_NOT_ALLOWED RFF+MG:1SYN0012345678 @0.0");
    assertThat(CheckRun.create().check(text.replace(point, "LOC+172'RFF+MG:1SYN0012345678'")))
        .containsExactly("REQUIRED_ITEM_MISSING LOC+172 @2.1");
  }

  @Test
  void blamesTheObjectWhereObjectAndConfigurationClash() {
    String text = ConformantMessages.text("2.5", "13017").replace("RFF+MG:1SYN0012345678'", "");
    String point = "LOC+172+DE0000019999900000000000000000123";
    CheckRun operator = run(MarketRole.METERING_OPERATOR, MarketRole.SUPPLIER);
    assertThat(operator.check(text.replace(point + "'", point + "'RFF+AGK:CONF1'")))
        .containsExactly("ITEM_NOT_ALLOWED " + point + " @2.1");
    assertThat(operator.check(text.replace(point + "'", "LOC+172'RFF+MG:1SYN0012345678'")))
        .containsExactly("REQUIRED_ITEM_MISSING LOC+172 @2.1");
  }

  @Test
  void referencesTheReadingWhenAGridOperatorCorrects() {
    // Muss [32] ∧ [33] ∧ [38]: known only with the object
    String text =
        ConformantMessages.text("2.5", "13009")
            .replace("RFF+AGI:ORDER1'", "")
            .replace("51238696781", "DE7000019999900000000000000000456");
    assertThat(
            CheckRun.create()
                .role("9800000000013", MarketRole.GRID_OPERATOR)
                .role("9800000000021", MarketRole.SUPPLIER)
                .check(text))
        .containsExactly(
            "REQUIRED_ITEM_MISSING Referenzangaben RFF after DTM+137:202611220500?+00:303");
    assertThat(CheckRun.create().check(text)).isEmpty();
  }

  @Test
  void countsTheBasesOfALine() {
    String text = ConformantMessages.text("2.5", "13019");
    CheckRun operator = CheckRun.create().role(SENDER, MarketRole.METERING_OPERATOR);
    assertThat(operator.check(text)).isEmpty();
    assertThat(operator.check(text.replace("STS+10+Z37'", "")))
        .containsExactly("REPETITION_MISSING Grundlage der Energiemenge STS after STS+10+Z36");
    assertThat(operator.check(text.replace("STS+10+Z36'STS+10+Z37'", "")))
        .containsExactly("REPETITION_MISSING Grundlage der Energiemenge STS after STS+Z40++Z74");
    // whoever sends, Z38 excludes Z36
    assertThat(CheckRun.create().check(text.replace("STS+10+Z37", "STS+10+Z38")))
        .containsExactly("CODE_NOT_ALLOWED STS+10+Z38 @2.1");
    // 33 characters: no bases at all
    assertThat(
            CheckRun.create()
                .check(text.replace("51238696781", "DE0000019999900000000000000000123")))
        .containsExactly("ITEM_NOT_ALLOWED STS+10+Z36 @0.0", "ITEM_NOT_ALLOWED STS+10+Z37 @0.0");
  }

  @Test
  void allowsThreeLinesBeforeSupply() {
    String line = "LIN+1'PIA+5+1-1?:1.6.0:SRW'QTY+220:5'DTM+306:202610:610'";
    String text = ConformantMessages.text("2.5", "13015");
    assertThat(CheckRun.create().check(text + line + line)).isEmpty();
    assertThat(CheckRun.create().check(text + line + line + line))
        .containsExactly("REPETITION_EXCEEDED LIN+1 @0.0");
  }

  @Test
  void takesOneObjectPerMessageExceptInAllocationLists() {
    String more = "NAD+DP'LOC+172+51238696781'";
    assertThat(CheckRun.create().check(ConformantMessages.text("2.5", "13028") + more))
        .contains("REPETITION_EXCEEDED NAD+DP @0.0");
    String list = ConformantMessages.text("2.5", "13013");
    assertThat(CheckRun.create().check(list + list.substring(list.indexOf("NAD+DP")))).isEmpty();
  }

  @Test
  void wantsTheVersionOfProfilesThatSpanAMonth() {
    String text = ConformantMessages.text("2.5", "13010");
    String version = "DTM+293:20261120050000?+00:304'";
    assertThat(CheckRun.create().check(text.replace(version, "")))
        .containsExactly("REQUIRED_ITEM_MISSING Versionsangabe DTM after LOC+Z04+H25");
    String day = text.replace("DTM+164:202610312300", "DTM+164:202610012200");
    assertThat(CheckRun.create().check(day))
        .containsExactly("ITEM_NOT_ALLOWED DTM+293:20261120050000?+00:304 @0.0");
    assertThat(CheckRun.create().check(day.replace(version, ""))).isEmpty();
  }

  @Test
  void keepsIntervalsAndMomentsOfALineApart() {
    String text = ConformantMessages.text("2.5", "13027");
    String moment = "QTY+220:1'DTM+7:202611192315?+00:303'";
    String interval = text.substring(text.indexOf("QTY"));
    assertThat(CheckRun.create().check(text.replace(interval, moment))).isEmpty();
    assertThat(CheckRun.create().check(text + moment))
        .containsExactly("ITEM_NOT_ALLOWED DTM+7:202611192315?+00:303 @0.0");
    assertThat(CheckRun.create().check(text.replace("DTM+163:202611192300?+00:303'", "")))
        .containsExactly("ITEM_NOT_ALLOWED DTM+164:202611192315?+00:303 @0.0");
  }

  @Test
  void knowsContactsOnlyInTheOldVersion() {
    String contact = "::293'CTA+IC+:N. N.'COM+?+4930123:TE'COM+a@b.de:EM'NAD+MR";
    String old = ConformantMessages.text("2.4c", "13025").replace("::293'NAD+MR", contact);
    assertThat(CheckRun.create().check(old)).isEmpty();
    assertThat(CheckRun.create().check(old.replace("a@b.de:EM", "a@b:EM")))
        .containsExactly("FORMAT_VIOLATED COM+a@b:EM @1.1");
    assertThat(CheckRun.create().check(old.replace("a@b.de:EM", "?+4930124:TE")))
        .containsExactly("PACKAGE_VIOLATED COM+?+4930124:TE @1.2");
    String now = ConformantMessages.text("2.5", "13025").replace("::293'NAD+MR", contact);
    assertThat(CheckRun.create().check(now))
        .containsExactly(
            "ITEM_NOT_ALLOWED CTA+IC+:N. N. @0.0",
            "ITEM_NOT_ALLOWED COM+?+4930123:TE @0.0",
            "ITEM_NOT_ALLOWED COM+a@b.de:EM @0.0");
  }

  @Test
  void referencesTheOrderOfBalancedQuantitiesOnlyInTheOldVersion() {
    String now =
        ConformantMessages.text("2.5", "13014").replace("RFF+Z13", "RFF+AGI:ORDER1'RFF+Z13");
    assertThat(CheckRun.create().check(now))
        .containsExactly("CODE_NOT_ALLOWED RFF+AGI:ORDER1 @1.1");
    assertThat(CheckRun.create().check(ConformantMessages.text("2.4c", "13014"))).isEmpty();
  }

  @Test
  void holdsTheApplicationReferenceToTheProfile() {
    String text = ConformantMessages.text("2.5", "13019");
    assertThat(CheckRun.create().applicationReference("EM").check(text)).isEmpty();
    assertThat(CheckRun.create().applicationReference("TL").check(text))
        .containsExactly("CODE_NOT_ALLOWED UNH+M1+MSCONS:D:04B:UN:2.5 @0.0");
    String cancellation = ConformantMessages.text("2.5", "13006");
    for (String reference : List.of("EM", "VL")) {
      assertThat(CheckRun.create().applicationReference(reference).check(cancellation)).isEmpty();
    }
  }

  @Test
  void doesNotKeepGasEnergyAndStateNumberInOneMessage() {
    String text = ConformantMessages.text("2.5", "13009");
    String state =
        "LIN+2'PIA+5+7-0?:52.0.22:SRW'QTY+220:1'DTM+163:202610010400?+00:303'"
            + "DTM+164:202611010500?+00:303'";
    assertThat(CheckRun.create().check(text + state))
        .containsExactly("ITEM_NOT_ALLOWED PIA+5+7-0?:52.0.22:SRW @2.1");
  }

  @Test
  void splitsAllocationLists() {
    String text = ConformantMessages.text("2.5", "13013");
    String first = text.replace("UN:2.5", "UN:2.5+LIST1+1:C");
    assertThat(CheckRun.create().check(first)).isEmpty();
    assertThat(CheckRun.create().check(text.replace("UN:2.5", "UN:2.5+LIST1+1")))
        .containsExactly("REQUIRED_ITEM_MISSING UNH+M1+MSCONS:D:04B:UN:2.5+LIST1+1 @4.2");
    assertThat(CheckRun.create().check(text.replace("UN:2.5", "UN:2.5+LIST1+:C")))
        .contains("REQUIRED_ITEM_MISSING UNH+M1+MSCONS:D:04B:UN:2.5+LIST1+:C @4.1");
  }
}

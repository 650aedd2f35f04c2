package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.MarketRole;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.quantities.ValueQuality;

class LineRefusalTest {
  private static final MsconsHead QUANTITY = Written.head(MsconsKind.ENERGY_QUANTITY);
  private static final MsconsHead READING = Written.head(MsconsKind.ELECTRICITY_READINGS);
  private static final MeteredObject CONFIGURATION =
      new MeteredObject(MeteredObject.Kind.CONFIGURATION, "KONF1");
  private static final ValueTime OCTOBER =
      new ValueTime.Span(Written.interval("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z"));
  private static final ValueTime MIDNIGHT = moment("2026-10-31T23:00:00Z");
  private static final WriteOptions OPERATOR = sender(MarketRole.METERING_OPERATOR);
  private static final WriteOptions GRID = sender(MarketRole.GRID_OPERATOR);

  @Test
  void meteringOperatorsSayWhatQuantitiesRestOn() {
    assertThat(refused(OPERATOR, quantity("250", ValueStatus.NONE)))
        .containsExactly(FindingCode.REPETITION_MISSING);
    assertThat(refused(OPERATOR, quantity("250", basis("Z36", "Z37")))).isEmpty();
    assertThat(refused(OPERATOR, quantity("250", basis("Z38", "Z39")))).isEmpty();
    assertThat(refused(OPERATOR, quantity("250", basis("Z36", "Z38")))).isNotEmpty();
    assertThat(refused(OPERATOR, quantity("250", basis("Z36")))).isNotEmpty();
    assertThat(refused(GRID, quantity("250", ValueStatus.NONE))).isEmpty();
    assertThat(refused(GRID, quantity("250", basis("Z36", "Z37")))).isNotEmpty();
    assertThat(refused(WriteOptions.DEFAULT, quantity("250", ValueStatus.NONE))).isEmpty();
  }

  @Test
  void aDeliveryNoteHasItsOwnCode() {
    MeteredValue note =
        new MeteredValue(
            new BigDecimal("250"), "", "Z31", ValueQuality.MEASURED, OCTOBER, ValueStatus.NONE);
    MsconsHead head = QUANTITY.withDocumentKind("Z41");
    EnergyQuantities quantities =
        new EnergyQuantities(head, Written.LOCATION, lines("1-1:1.9.0", note));

    assertThat(text(GRID, quantities))
        .contains("BGM+Z41+DOC1+9'", "QTY+Z31:250'DTM+163:202609302200?+00:303'");
    assertThat(
            refused(
                GRID,
                new EnergyQuantities(
                    head, Written.LOCATION, lines("1-1:1.9.0", value("250", OCTOBER)))))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(
            refused(
                GRID, new EnergyQuantities(QUANTITY, Written.LOCATION, lines("1-1:1.9.0", note))))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
  }

  @Test
  void onlyCorrectionsAreNegative() {
    MsconsHead ordered = QUANTITY.withReference("AGI", "DOC0");

    assertThat(refused(WriteOptions.DEFAULT, quantity("-1", ValueStatus.NONE)))
        .containsExactly(FindingCode.VALUE_NEGATIVE);
    for (MeteredObject object : List.of(Written.METERING_POINT, CONFIGURATION)) {
      assertThat(
              refused(
                  OPERATOR,
                  new EnergyQuantities(
                      ordered, object, lines("1-1:1.9.0", value("-1.5", OCTOBER)))))
          .isEmpty();
    }
    assertThat(refused(WriteOptions.DEFAULT, reading(READING, value("-1", MIDNIGHT))))
        .containsExactly(FindingCode.VALUE_NEGATIVE);
  }

  @Test
  void aConfigurationStandsInsteadOfTheObject() {
    EnergyQuantities quantities =
        new EnergyQuantities(
            QUANTITY.withReference("AGI", "DOC0"),
            CONFIGURATION,
            lines("1-1:1.9.0", value("2", OCTOBER)));

    assertThat(text(OPERATOR, quantities)).contains("NAD+DP'LOC+172'RFF+AGK:KONF1'LIN+1'");
  }

  @Test
  void numbersHaveThreeDecimalsAndTwelveDigits() {
    assertThat(refused(WriteOptions.DEFAULT, quantity("1.2345", ValueStatus.NONE)))
        .containsExactly(FindingCode.VALUE_TOO_PRECISE);
    assertThat(refused(WriteOptions.DEFAULT, quantity("1234567890123", ValueStatus.NONE)))
        .containsExactly(FindingCode.VALUE_TOO_LARGE);
    assertThat(refused(WriteOptions.DEFAULT, quantity("123456789012.345", ValueStatus.NONE)))
        .isEmpty();
  }

  @Test
  void quantitiesOfMarketLocationsSpanLocalDays() {
    ValueTime crooked =
        new ValueTime.Span(Written.interval("2026-09-30T22:00:00Z", "2026-10-31T22:00:00Z"));

    assertThat(refused(WriteOptions.DEFAULT, quantity(value("1", crooked))))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(refused(WriteOptions.DEFAULT, quantity(value("1", MIDNIGHT))))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void timesLieBeforeTheMessage() {
    ValueTime later =
        new ValueTime.Span(Written.interval("2026-09-30T22:00:00Z", "2026-11-22T23:00:00Z"));

    assertThat(refused(WriteOptions.DEFAULT, quantity(value("1", later))))
        .containsExactly(FindingCode.TIME_IMPLAUSIBLE);
    assertThat(
            refused(
                WriteOptions.DEFAULT, reading(READING, value("1", moment("2026-11-22T23:00:00Z")))))
        .containsExactly(FindingCode.TIME_IMPLAUSIBLE);
  }

  @Test
  void readingsHoldAtLocalMidnight() {
    assertThat(refused(WriteOptions.DEFAULT, reading(READING, value("1", MIDNIGHT)))).isEmpty();
    assertThat(
            refused(
                WriteOptions.DEFAULT, reading(READING, value("1", moment("2026-10-31T22:00:00Z")))))
        .containsExactly(FindingCode.FORMAT_VIOLATED);
    assertThat(refused(WriteOptions.DEFAULT, reading(READING, value("1", OCTOBER))))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
  }

  @Test
  void readingsAreTakenWithinADayOfTheMomentTheyHold() {
    // The night of the clock change has 25 hours: from 2026-10-24T22:00Z to 2026-10-25T23:00Z.
    Instant used = Instant.parse("2026-10-24T22:00:00Z");
    assertThat(refused(WriteOptions.DEFAULT, readAt(used, used.plusSeconds(25 * 3600 - 60))))
        .isEmpty();
    assertThat(refused(WriteOptions.DEFAULT, readAt(used, used.plusSeconds(25 * 3600))))
        .containsOnly(FindingCode.TIME_IMPLAUSIBLE);
    // In spring it has 23 hours: from 2026-03-28T23:00Z to 2026-03-29T22:00Z.
    Instant spring = Instant.parse("2026-03-28T23:00:00Z");
    assertThat(refused(WriteOptions.DEFAULT, readAt(spring, spring.plusSeconds(23 * 3600 - 60))))
        .isEmpty();
    assertThat(refused(WriteOptions.DEFAULT, readAt(spring, spring.plusSeconds(23 * 3600))))
        .containsOnly(FindingCode.TIME_IMPLAUSIBLE);
  }

  @Test
  void aDateOfReadingIsSentAsDay() {
    ValueTime read =
        new ValueTime.Moment(
            Instant.parse("2026-10-31T23:00:00Z"),
            Optional.of(LocalDate.of(2026, 11, 1)),
            Optional.empty(),
            Optional.empty());

    assertThat(text(WriteOptions.DEFAULT, reading(READING, value("1", read))))
        .contains("DTM+9:20261101:102'DTM+7:202610312300?+00:303'");
  }

  @Test
  void aChangeOfTheMeterIsSentBehindItsMoment() {
    ValueTime changed =
        new ValueTime.Moment(
            Instant.parse("2026-10-31T23:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-10-31T11:00:00Z")));

    assertThat(text(WriteOptions.DEFAULT, reading(READING, value("1", changed))))
        .contains("DTM+7:202610312300?+00:303'DTM+60:202610311100?+00:303'");
  }

  @Test
  void readingsNameTheirDevice() {
    RegisterReadings nameless =
        new RegisterReadings(
            READING, Written.METERING_POINT, "", lines("1-1:1.8.0", value("1", MIDNIGHT)));
    RegisterReadings configured =
        new RegisterReadings(
            READING, CONFIGURATION, "1ABC", lines("1-1:1.8.0", value("1", MIDNIGHT)));

    assertThat(refused(WriteOptions.DEFAULT, nameless))
        .containsExactly(FindingCode.REQUIRED_ITEM_MISSING);
    assertThat(refused(WriteOptions.DEFAULT, configured))
        .containsExactly(FindingCode.ITEM_NOT_ALLOWED);
  }

  @Test
  void statusesHaveTheCodesOfTheHandbook() {
    assertThat(refused(WriteOptions.DEFAULT, substitute("Z92", "Z75"))).isEmpty();
    assertThat(refused(WriteOptions.DEFAULT, substitute("Z93", "Z75")))
        .containsOnly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(refused(WriteOptions.DEFAULT, substitute("Z92", "XXX")))
        .containsOnly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(refused(WriteOptions.DEFAULT, substitute("z92", "Z75")))
        .contains(FindingCode.CODE_NOT_ALLOWED);
  }

  @Test
  void aValueHasUpToFourHints() {
    List<String> hints = List.of("Z84", "Z85", "Z86", "Z87", "ZC3");

    assertThat(refused(WriteOptions.DEFAULT, quantity("1", hinted(hints.subList(0, 1))))).isEmpty();
    assertThat(refused(WriteOptions.DEFAULT, quantity("1", hinted(hints)))).isNotEmpty();
  }

  private static ValueStatus hinted(List<String> hints) {
    return new ValueStatus(hints, "", "", "", "", List.of());
  }

  @Test
  void codesAgreeWithTheQuality() {
    MeteredValue odd =
        new MeteredValue(
            new BigDecimal("1"), "", "220", ValueQuality.PROVISIONAL, MIDNIGHT, ValueStatus.NONE);
    MeteredValue unit =
        new MeteredValue(
            new BigDecimal("1"), "KWH", "220", ValueQuality.MEASURED, MIDNIGHT, ValueStatus.NONE);

    assertThat(refused(WriteOptions.DEFAULT, reading(READING, odd)))
        .containsExactly(FindingCode.CODE_NOT_ALLOWED);
    assertThat(refused(WriteOptions.DEFAULT, reading(READING, unit)))
        .containsExactly(FindingCode.ITEM_NOT_ALLOWED);
  }

  private static RegisterReadings substitute(String method, String reason) {
    return reading(
        READING,
        new MeteredValue(
            new BigDecimal("1"),
            "",
            "67",
            ValueQuality.SUBSTITUTE,
            MIDNIGHT,
            ValueStatus.substitute(method, reason)));
  }

  private static RegisterReadings readAt(Instant used, Instant read) {
    return reading(
        READING,
        value(
            "1",
            new ValueTime.Moment(used, Optional.empty(), Optional.of(read), Optional.empty())));
  }

  private static RegisterReadings reading(MsconsHead head, MeteredValue value) {
    return new RegisterReadings(
        head, Written.METERING_POINT, "1SYN0012345678", lines("1-1:1.8.0", value));
  }

  private static EnergyQuantities quantity(String number, ValueStatus status) {
    return quantity(
        new MeteredValue(
            new BigDecimal(number), "", "220", ValueQuality.MEASURED, OCTOBER, status));
  }

  private static EnergyQuantities quantity(MeteredValue value) {
    return new EnergyQuantities(QUANTITY, Written.LOCATION, lines("1-1:1.9.0", value));
  }

  private static MeteredValue value(String number, ValueTime time) {
    return new MeteredValue(
        new BigDecimal(number), "", "220", ValueQuality.MEASURED, time, ValueStatus.NONE);
  }

  private static List<ValueLine> lines(String product, MeteredValue value) {
    return List.of(new ValueLine(product, "SRW", List.of(value)));
  }

  private static ValueTime moment(String at) {
    return new ValueTime.Moment(
        Instant.parse(at), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ValueStatus basis(String... codes) {
    return new ValueStatus(List.of(), "", "", "", "", List.of(codes));
  }

  private static WriteOptions sender(MarketRole role) {
    return WriteOptions.DEFAULT.withPartners((code, at) ->
        Optional.of(
            code.equals(Written.SENDER.value()) ? Set.of(role) : Set.of(MarketRole.SUPPLIER)));
  }

  private static List<FindingCode> refused(WriteOptions options, EnergyQuantities quantities) {
    return Written.refused(options, ApplicationReference.ENERGY_QUANTITIES, quantities);
  }

  private static List<FindingCode> refused(WriteOptions options, RegisterReadings readings) {
    return Written.refused(options, ApplicationReference.READINGS, readings);
  }

  private static String text(WriteOptions options, EnergyQuantities quantities) {
    return new String(
        Written.bytes(options, ApplicationReference.ENERGY_QUANTITIES, quantities),
        StandardCharsets.ISO_8859_1);
  }

  private static String text(WriteOptions options, RegisterReadings readings) {
    return new String(
        Written.bytes(options, ApplicationReference.READINGS, readings),
        StandardCharsets.ISO_8859_1);
  }
}

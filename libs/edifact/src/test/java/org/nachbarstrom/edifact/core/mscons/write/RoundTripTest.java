package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.PlainInterchange;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageResult;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.MsconsReader;
import org.nachbarstrom.edifact.core.mscons.OtherSeries;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/** Content of every kind is read as it was written, in both versions. */
class RoundTripTest {
  private static final Interval DAY =
      Written.interval("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
  private static final Interval OCTOBER =
      Written.interval("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-10-31T23:00:00Z");
  private static final MeteredObject CONFIGURATION =
      new MeteredObject(MeteredObject.Kind.CONFIGURATION, "KONF1");

  @Test
  void substitutesOfLoadProfilesKeepTheirStatus() throws IOException {
    long[] values = new long[100];
    ValueQuality[] qualities = new ValueQuality[100];
    ValueStatus[] statuses = new ValueStatus[100];
    Arrays.fill(qualities, ValueQuality.MEASURED);
    Arrays.fill(statuses, ValueStatus.NONE);
    values[99] = 7_000;
    qualities[3] = ValueQuality.SUBSTITUTE;
    statuses[3] = new ValueStatus(List.of("Z84"), "Z92", "ZB0", "Z75", "", List.of());
    qualities[4] = ValueQuality.SUBSTITUTE;
    statuses[4] = ValueStatus.substitute("ZJ2", "ZA1");
    qualities[5] = ValueQuality.PROVISIONAL;
    RegisterSeries series =
        RegisterSeries.of(ObisCode.parse("1-1:1.29.0"), DAY, values, qualities, statuses);
    MsconsHead head =
        Written.head(MsconsKind.MARKET_LOCATION_PROFILE).withReference("AGI", "ORDER:1'");

    comesBack(
        ApplicationReference.TIME_SERIES,
        new LoadProfile(head, Written.LOCATION, DAY, List.of(series)));
  }

  @Test
  void loadProfilesOfMeteringPointsComeBack() throws IOException {
    List<RegisterSeries> series =
        List.of(
            Written.series("1-1:1.29.0", DAY),
            Written.series("1-1:2.29.0", DAY),
            Written.series("1-1:3.29.0", DAY));

    comesBack(
        ApplicationReference.TIME_SERIES,
        new LoadProfile(
            Written.head(MsconsKind.METERING_POINT_PROFILE), Written.METERING_POINT, DAY, series));
  }

  @Test
  void valuesOfKindTwoComeBack() throws IOException {
    comesBack(
        ApplicationReference.TIME_SERIES,
        new LoadProfile(
            Written.head(MsconsKind.KIND_TWO_VALUES).withReference("AGI", "ORDER1"),
            Written.LOCATION,
            DAY,
            List.of(Written.series("1-1:1.29.0", DAY))));
  }

  @Test
  void readingsOfElectricityComeBack() throws IOException {
    ValueTime read =
        new ValueTime.Moment(
            MIDNIGHT, Optional.of(LocalDate.of(2026, 11, 1)), Optional.empty(), Optional.empty());
    ValueTime changed =
        new ValueTime.Moment(
            MIDNIGHT,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-10-31T11:07:00Z")));
    ValueTime only =
        new ValueTime.Moment(MIDNIGHT, Optional.empty(), Optional.empty(), Optional.empty());

    comesBack(
        ApplicationReference.READINGS,
        new RegisterReadings(
            Written.head(MsconsKind.ELECTRICITY_READINGS),
            Written.METERING_POINT,
            "1SYN0012345678",
            List.of(
                line("1-1:1.8.1", value("12345.678", "220", read)),
                line("1-1:1.8.2", value("0", "220", changed)),
                line(
                    "1-1:2.8.0",
                    new MeteredValue(
                        new BigDecimal("17.50"),
                        "",
                        "67",
                        ValueQuality.SUBSTITUTE,
                        only,
                        ValueStatus.substitute("Z92", "Z78"))))));
  }

  @Test
  void readingsOfAConfigurationComeBack() throws IOException {
    ValueTime only =
        new ValueTime.Moment(MIDNIGHT, Optional.empty(), Optional.empty(), Optional.empty());

    comesBack(
        ApplicationReference.READINGS,
        new RegisterReadings(
            Written.head(MsconsKind.ELECTRICITY_READINGS),
            CONFIGURATION,
            "",
            List.of(line("1-1:1.8.0", value("3", "220", only)))));
  }

  @Test
  void readingsOfGasComeBack() throws IOException {
    Instant morning = Instant.parse("2026-11-01T05:00:00Z");
    ValueTime only =
        new ValueTime.Moment(morning, Optional.empty(), Optional.empty(), Optional.empty());
    ValueTime month =
        new ValueTime.Span(new Interval(Instant.parse("2026-10-01T04:00:00Z"), morning));

    comesBack(
        ApplicationReference.READINGS,
        new RegisterReadings(
            MsconsKind.GAS_READINGS.head(
                "DOC1", Written.NOW, Written.GAS_SENDER, Written.GAS_RECIPIENT),
            Written.METERING_POINT,
            "7SYN0098765432",
            List.of(
                line("7-0:3.0.0", value("4711", "220", only)),
                line("7-0:52.0.22", value("0.9571", "220", month)))));
  }

  @Test
  void energyQuantitiesComeBack() throws IOException {
    MeteredValue based =
        new MeteredValue(
            new BigDecimal("250.5"),
            "",
            "220",
            ValueQuality.MEASURED,
            new ValueTime.Span(OCTOBER),
            new ValueStatus(List.of(), "", "", "", "", List.of("Z36", "Z39")));

    comesBack(
        ApplicationReference.ENERGY_QUANTITIES,
        new EnergyQuantities(
            Written.head(MsconsKind.ENERGY_QUANTITY),
            Written.LOCATION,
            List.of(line("1-1:1.9.0", based))));
  }

  @Test
  void deliveryNotesAndCorrectionsComeBack() throws IOException {
    ValueTime october = new ValueTime.Span(OCTOBER);

    comesBack(
        ApplicationReference.ENERGY_QUANTITIES,
        new EnergyQuantities(
            Written.head(MsconsKind.ENERGY_QUANTITY).withDocumentKind("Z41"),
            Written.LOCATION,
            List.of(line("1-1:1.9.0", value("250", "Z31", october)))));
    comesBack(
        ApplicationReference.ENERGY_QUANTITIES,
        new EnergyQuantities(
            Written.head(MsconsKind.ENERGY_QUANTITY).withReference("AGI", "DOC0"),
            Written.METERING_POINT,
            List.of(line("1-1:1.9.0", value("-2.125", "220", october)))));
  }

  @Test
  void cancellationsComeBack() throws IOException {
    comesBack(
        ApplicationReference.ENERGY_QUANTITIES,
        new Cancellation(
            Written.head(MsconsKind.CANCELLATION).withReference("ACW", "DOC0"), "DOC0"));
  }

  private static void comesBack(ApplicationReference reference, MsconsContent content)
      throws IOException {
    for (MsconsVersion version : MsconsVersion.values()) {
      MsconsContent versioned = versioned(content, version);
      byte[] bytes = Written.bytes(reference, versioned);
      PlainInterchange.check(bytes);

      assertThat(read(bytes)).containsExactly(versioned);
    }
  }

  private static MsconsContent versioned(MsconsContent content, MsconsVersion version) {
    MsconsHead head = content.head().withVersion(version.code());
    return switch (content) {
      case LoadProfile profile ->
          new LoadProfile(head, profile.object(), profile.period(), profile.series());
      case RegisterReadings readings ->
          new RegisterReadings(head, readings.object(), readings.deviceNumber(), readings.lines());
      case EnergyQuantities quantities ->
          new EnergyQuantities(head, quantities.object(), quantities.lines());
      case Cancellation cancellation -> new Cancellation(head, cancellation.cancelledDocument());
      case OtherSeries other -> throw new AssertionError(other);
    };
  }

  private static List<MsconsContent> read(byte[] bytes) throws IOException {
    List<MsconsContent> contents = new ArrayList<>();
    MsconsReader.read(
        new ByteArrayInputStream(bytes),
        ReadOptions.DEFAULT,
        message -> {
          if (message instanceof MessageResult.Accepted accepted) {
            contents.add(accepted.content());
          } else {
            throw new AssertionError(message);
          }
        });
    return contents;
  }

  private static ValueLine line(String product, MeteredValue value) {
    return new ValueLine(product, "SRW", List.of(value));
  }

  private static MeteredValue value(String number, String code, ValueTime time) {
    return new MeteredValue(
        new BigDecimal(number), "", code, ValueQuality.MEASURED, time, ValueStatus.NONE);
  }
}

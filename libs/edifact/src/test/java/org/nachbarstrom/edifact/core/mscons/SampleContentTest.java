package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.SharedFiles;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.ValueQuality;

/** What the reference messages say, read by eye. */
class SampleContentTest {
  private static final Instant NOVEMBER = Instant.parse("2026-10-31T23:00:00Z");

  @Test
  void readingOfElectricity() throws IOException {
    RegisterReadings readings = (RegisterReadings) only("13017_reading");
    assertThat(readings.object())
        .isEqualTo(
            new MeteredObject(
                MeteredObject.Kind.METERING_POINT, "DE0000019999900000000000000000123"));
    assertThat(readings.deviceNumber()).isEqualTo("1SYN0012345678");
    ValueLine line = readings.lines().getFirst();
    assertThat(line.product()).isEqualTo("1-1:1.8.0");
    assertThat(line.values())
        .containsExactly(
            new MeteredValue(
                new BigDecimal("12345.678"),
                "",
                "220",
                ValueQuality.MEASURED,
                new ValueTime.Moment(
                    NOVEMBER,
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-10-31T11:00:00Z")),
                    Optional.empty()),
                ValueStatus.NONE));
  }

  @Test
  void readingOfGas() throws IOException {
    RegisterReadings readings = (RegisterReadings) only("13002_gas_reading");
    assertThat(readings.deviceNumber()).isEqualTo("7SYN0098765432");
    MeteredValue value = readings.lines().getFirst().values().getFirst();
    assertThat(value.number()).isEqualByComparingTo("4711");
    assertThat(((ValueTime.Moment) value.time()).at()).isEqualTo("2026-11-01T05:00:00Z");
  }

  @Test
  void energyOfAMonth() throws IOException {
    EnergyQuantities quantities = (EnergyQuantities) only("13019_energy");
    assertThat(quantities.object().id()).isEqualTo("51238696781");
    assertThat(quantities.head().documentKind()).isEqualTo("7");
    MeteredValue value = quantities.lines().getFirst().values().getFirst();
    assertThat(value.number()).isEqualByComparingTo("250");
    // October: from local midnight (summer time) to local midnight (winter time).
    Instant october = Instant.parse("2026-09-30T22:00:00Z");
    assertThat(value.time()).isEqualTo(new ValueTime.Span(new Interval(october, NOVEMBER)));
    assertThat(value.status().basis()).containsExactly("Z36", "Z37");
  }

  @Test
  void cancellation() throws IOException {
    Cancellation cancellation = (Cancellation) only("13006_storno_of_DOC19");
    assertThat(cancellation.cancelledDocument()).isEqualTo("DOC19");
    assertThat(cancellation.head().sender().value()).isEqualTo("9900000000011");
    assertThat(cancellation.valueCount()).isZero();
  }

  @Test
  void loadProfileOfAMeteringPoint() throws IOException {
    LoadProfile profile = (LoadProfile) only("13018_MeLo");
    assertThat(profile.object().kind()).isEqualTo(MeteredObject.Kind.METERING_POINT);
    assertThat(sum(profile)).isEqualTo(10_079_000);
    assertThat(profile.series().getFirst().milliWattHours(3)).isEqualTo(82_000);
  }

  @Test
  void feedIn() throws IOException {
    LoadProfile profile = (LoadProfile) only("13025_feedin_PV");
    assertThat(profile.series().getFirst().obis()).hasToString("1-1:2.29.0");
    assertThat(sum(profile)).isEqualTo(30_540_000);
  }

  @Test
  void substitutesWithTheirReasons() throws IOException {
    RegisterSeries series = ((LoadProfile) only("13025_96_ersatz_resend")).series().getFirst();
    assertThat(series.quality(39)).isEqualTo(ValueQuality.MEASURED);
    assertThat(series.status(39)).isEqualTo(ValueStatus.NONE);
    assertThat(series.quality(40)).isEqualTo(ValueQuality.SUBSTITUTE);
    assertThat(series.milliWattHours(40)).isEqualTo(92_000);
    ValueStatus expected = new ValueStatus(List.of(), "ZJ2", "ZB0", "ZB0", "", List.of());
    assertThat(series.status(40)).isEqualTo(expected);
    assertThat(series.status(42)).isEqualTo(expected);
  }

  @Test
  void provisionalValues() throws IOException {
    RegisterSeries series = ((LoadProfile) only("13025_96_with_Z18")).series().getFirst();
    assertThat(series.quality(40)).isEqualTo(ValueQuality.PROVISIONAL);
    assertThat(series.milliWattHours(41)).isEqualTo(90_000);
  }

  @Test
  void bothClockChangeDays() throws IOException {
    List<MsconsContent> contents = read("13025_DST_92_and_100_two_UNH");
    LoadProfile march = (LoadProfile) contents.getFirst();
    LoadProfile october = (LoadProfile) contents.getLast();
    assertThat(march.period())
        .isEqualTo(
            new Interval(
                Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
    assertThat(march.series().getFirst().size()).isEqualTo(92);
    assertThat(sum(march)).isEqualTo(9_691_000);
    assertThat(october.period())
        .isEqualTo(
            new Interval(
                Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
    assertThat(october.series().getFirst().size()).isEqualTo(100);
    assertThat(sum(october)).isEqualTo(10_467_000);
  }

  private static long sum(LoadProfile profile) {
    return LongStream.of(profile.series().getFirst().milliWattHours()).sum();
  }

  private static MsconsContent only(String name) throws IOException {
    List<MsconsContent> contents = read(name);
    assertThat(contents).hasSize(1);
    return contents.getFirst();
  }

  private static List<MsconsContent> read(String name) throws IOException {
    List<MsconsContent> contents = new ArrayList<>();
    var file = SharedFiles.find("mscons/samples/messages/" + name + ".edi");
    try (InputStream in = Files.newInputStream(file)) {
      MsconsReader.read(
          in,
          ReadOptions.DEFAULT,
          message -> contents.add(((MessageResult.Accepted) message).content()));
    }
    return contents;
  }
}

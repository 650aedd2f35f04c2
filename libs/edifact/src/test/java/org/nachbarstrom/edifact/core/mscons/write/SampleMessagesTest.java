package org.nachbarstrom.edifact.core.mscons.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nachbarstrom.edifact.core.PlainInterchange;
import org.nachbarstrom.edifact.core.SharedFiles;
import org.nachbarstrom.edifact.core.interchange.ApplicationReference;
import org.nachbarstrom.edifact.core.mscons.Cancellation;
import org.nachbarstrom.edifact.core.mscons.EnergyQuantities;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MeteredObject;
import org.nachbarstrom.edifact.core.mscons.MeteredValue;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.core.mscons.RegisterReadings;
import org.nachbarstrom.edifact.core.mscons.RegisterSeries;
import org.nachbarstrom.edifact.core.mscons.ValueLine;
import org.nachbarstrom.edifact.core.mscons.ValueStatus;
import org.nachbarstrom.edifact.core.mscons.ValueTime;
import org.nachbarstrom.quantities.Interval;
import org.nachbarstrom.quantities.MarketPartnerCode;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Messages somebody else wrote: from their numbers, taken out by hand, we write the same segments.
 * Only the references of interchange and messages differ.
 */
class SampleMessagesTest {
  private static final String SAMPLES = "mscons/samples/messages/";

  @ParameterizedTest
  @CsvSource({
    "13025_96_with_Z18.edi, 1",
    "13025_96_ersatz_resend.edi, 1",
    "13025_feedin_PV.edi, 1",
    "13025_DST_92_and_100_two_UNH.edi, 2",
    "13025_five_UNH.edi, 5",
    "13018_MeLo.edi, 1"
  })
  void loadProfilesAreWrittenAsInTheSamples(String file, int messages) throws IOException {
    PlainInterchange sample = sample(file);
    List<MsconsContent> profiles = new ArrayList<>();
    for (List<String> message : messages(sample)) {
      profiles.add(profile(message));
    }
    assertThat(profiles).hasSize(messages);

    assertSame(sample, ApplicationReference.TIME_SERIES, profiles.toArray(MsconsContent[]::new));
  }

  @Test
  void aReadingOfElectricityIsWrittenAsInTheSample() throws IOException {
    RegisterReadings readings =
        new RegisterReadings(
            head(MsconsKind.ELECTRICITY_READINGS, "DOC17"),
            Written.METERING_POINT,
            "1SYN0012345678",
            line(
                "1-1:1.8.0",
                "12345.678",
                new ValueTime.Moment(
                    Instant.parse("2026-10-31T23:00:00Z"),
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-10-31T11:00:00Z")),
                    Optional.empty()),
                ValueStatus.NONE));

    assertSame(sample("13017_reading.edi"), ApplicationReference.READINGS, readings);
  }

  @Test
  void aReadingOfGasIsWrittenAsInTheSample() throws IOException {
    RegisterReadings readings =
        new RegisterReadings(
            MsconsKind.GAS_READINGS.head(
                "DOC02", Written.NOW, Written.GAS_SENDER, Written.GAS_RECIPIENT),
            new MeteredObject(
                MeteredObject.Kind.METERING_POINT, "DE7000019999900000000000000000456"),
            "7SYN0098765432",
            line(
                "7-0:3.0.0",
                "4711",
                new ValueTime.Moment(
                    Instant.parse("2026-11-01T05:00:00Z"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                ValueStatus.NONE));

    assertSame(sample("13002_gas_reading.edi"), ApplicationReference.READINGS, readings);
  }

  @Test
  void anEnergyQuantityIsWrittenAsInTheSample() throws IOException {
    EnergyQuantities quantities =
        new EnergyQuantities(
            head(MsconsKind.ENERGY_QUANTITY, "DOC19"),
            Written.LOCATION,
            line(
                "1-1:1.9.0",
                "250",
                new ValueTime.Span(
                    Written.interval("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z")),
                new ValueStatus(List.of(), "", "", "", "", List.of("Z36", "Z37"))));

    assertSame(sample("13019_energy.edi"), ApplicationReference.ENERGY_QUANTITIES, quantities);
  }

  @Test
  void aCancellationIsWrittenAsInTheSample() throws IOException {
    Cancellation cancellation = new Cancellation(head(MsconsKind.CANCELLATION, "DOC06"), "DOC19");

    assertSame(
        sample("13006_storno_of_DOC19.edi"), ApplicationReference.ENERGY_QUANTITIES, cancellation);
  }

  private static void assertSame(
      PlainInterchange sample, ApplicationReference reference, MsconsContent... contents) {
    PlainInterchange ours = PlainInterchange.check(Written.bytes(reference, contents));

    assertThat(withoutReferences(ours)).isEqualTo(withoutReferences(sample));
  }

  private static List<String> withoutReferences(PlainInterchange interchange) {
    return interchange.segments().stream()
        .map(segment ->
            switch (segment.substring(0, 3)) {
              case "UNB" -> replace(segment, PlainInterchange.component(segment, 5, 1));
              case "UNH" -> replace(segment, PlainInterchange.component(segment, 1, 1));
              case "UNT", "UNZ" -> replace(segment, PlainInterchange.component(segment, 2, 1));
              default -> segment;
            })
        .toList();
  }

  private static String replace(String segment, String reference) {
    return (segment + "+").replace("+" + reference + "+", "+REF+");
  }

  private static PlainInterchange sample(String file) throws IOException {
    return PlainInterchange.check(Files.readAllBytes(SharedFiles.find(SAMPLES + file)));
  }

  private static MsconsHead head(MsconsKind kind, String document) {
    return kind.head(document, Written.NOW, Written.SENDER, Written.RECIPIENT);
  }

  private static List<ValueLine> line(
      String product, String number, ValueTime time, ValueStatus status) {
    MeteredValue value =
        new MeteredValue(new BigDecimal(number), "", "220", ValueQuality.MEASURED, time, status);
    return List.of(new ValueLine(product, "SRW", List.of(value)));
  }

  private static List<List<String>> messages(PlainInterchange interchange) {
    List<List<String>> messages = new ArrayList<>();
    for (String segment : interchange.segments()) {
      if (segment.startsWith("UNH")) {
        messages.add(new ArrayList<>());
      }
      if (!messages.isEmpty()) {
        messages.getLast().add(segment);
      }
    }
    return messages;
  }

  /** Takes the numbers of a load profile with one register out of its segments. */
  private static LoadProfile profile(List<String> message) {
    String object = value(message, "LOC", 2, 1);
    List<Instant> times =
        message.stream()
            .filter(segment -> segment.startsWith("DTM+163:") || segment.startsWith("DTM+164:"))
            .map(segment -> instant(PlainInterchange.component(segment, 1, 2)))
            .toList();
    Interval period = new Interval(times.get(0), times.get(1));
    boolean market = object.length() == 11;
    MsconsHead head =
        (market ? MsconsKind.MARKET_LOCATION_PROFILE : MsconsKind.METERING_POINT_PROFILE)
            .head(
                value(message, "BGM", 2, 1),
                Written.NOW,
                Written.SENDER,
                new MarketPartnerCode(value(message, "NAD+MR", 2, 1)));
    MeteredObject.Kind kind =
        market ? MeteredObject.Kind.MARKET_LOCATION : MeteredObject.Kind.METERING_POINT;
    return new LoadProfile(
        head, new MeteredObject(kind, object), period, List.of(series(message, period)));
  }

  private static RegisterSeries series(List<String> message, Interval period) {
    List<Long> values = new ArrayList<>();
    List<ValueQuality> qualities = new ArrayList<>();
    List<ValueStatus> statuses = new ArrayList<>();
    for (String segment : message) {
      if (segment.startsWith("QTY")) {
        String number = PlainInterchange.component(segment, 1, 2);
        values.add(Long.parseLong(number.replace(".", "")) * 1000);
        qualities.add(quality(PlainInterchange.component(segment, 1, 1)));
        statuses.add(ValueStatus.NONE);
      } else if (segment.startsWith("STS")) {
        // The samples explain every substitute alike.
        statuses.removeLast();
        statuses.add(new ValueStatus(List.of(), "ZJ2", "ZB0", "ZB0", "", List.of()));
      }
    }
    return RegisterSeries.of(
        ObisCode.parse(value(message, "PIA", 2, 1)),
        period,
        values.stream().mapToLong(Long::longValue).toArray(),
        qualities.toArray(ValueQuality[]::new),
        statuses.toArray(ValueStatus[]::new));
  }

  private static String value(List<String> message, String tag, int element, int component) {
    String segment = message.stream().filter(s -> s.startsWith(tag)).findFirst().orElseThrow();
    return PlainInterchange.component(segment, element, component);
  }

  private static ValueQuality quality(String code) {
    return switch (code) {
      case "220" -> ValueQuality.MEASURED;
      case "67" -> ValueQuality.SUBSTITUTE;
      case "Z18" -> ValueQuality.PROVISIONAL;
      default -> throw new AssertionError(code);
    };
  }

  private static Instant instant(String text) {
    return Instant.parse(text.replaceFirst("(....)(..)(..)(..)(..)\\+00", "$1-$2-$3T$4:$5:00Z"));
  }
}

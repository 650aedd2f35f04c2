package org.nachbarstrom.metering.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nachbarstrom.metering.accountingpoint.MeteringHistory;
import org.nachbarstrom.metering.accountingpoint.PointMetering;
import org.nachbarstrom.metering.series.Origin;
import org.nachbarstrom.metering.series.ValueStatus;
import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.quantities.ObisCode;
import org.nachbarstrom.quantities.ValueQuality;

/**
 * Each folder of {@code reading-scenarios} holds readings of a register, how it is metered, and the
 * energies that follow, calculated by hand.
 */
class AdjacentReadingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/reading-scenarios");

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void tellsTheEnergiesCalculatedByHand(Path scenario) throws IOException {
    List<DocumentStore.KnownReading> readings =
        cells(scenario.resolve("given/readings.csv")).map(AdjacentReadingsTest::reading).toList();
    PointMetering metering =
        cells(scenario.resolve("given/metering.csv"))
            .map(AdjacentReadingsTest::metering)
            .findFirst()
            .orElseThrow();
    List<String> energies =
        AdjacentReadings.energies(readings, MeteringHistory.of(metering)).entrySet().stream()
            .map(entry ->
                entry.getKey()
                    + ","
                    + entry.getValue().milliWattHours()
                    + ","
                    + entry.getValue().quality())
            .toList();
    assertThat(energies)
        .isEqualTo(
            Files.readAllLines(scenario.resolve("then/energies.csv")).stream().skip(1).toList());
  }

  private static Stream<String[]> cells(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1));
  }

  private static DocumentStore.KnownReading reading(String[] cells) {
    Instant at = Instant.parse(cells[1]);
    return new DocumentStore.KnownReading(
        new MeteredObject(MeteredObject.Kind.CONFIGURATION, "K"),
        cells[0],
        new Reading(
            ObisCode.parse("1-1:1.8.0"),
            new BigDecimal(cells[2]),
            ValueQuality.valueOf(cells[3]),
            at,
            null,
            null,
            cells[4].isEmpty() ? null : Instant.parse(cells[4]),
            ValueStatus.NONE),
        new SourceDocument("9900000000011", "D", new Origin(at, at, "r")));
  }

  private static PointMetering metering(String[] cells) {
    return new PointMetering(
        new AccountingPointId("50000000013"),
        null,
        Integer.parseInt(cells[0]),
        number(cells[1]) == null ? null : Integer.valueOf(cells[1]),
        number(cells[2]));
  }

  private static @Nullable Long number(String cell) {
    return cell.isEmpty() ? null : Long.valueOf(cell);
  }
}

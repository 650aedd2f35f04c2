package org.nachbarstrom.metering.upload.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.metering.retention.KeptValues;
import org.nachbarstrom.metering.series.QuarterHours;
import org.nachbarstrom.metering.upload.Fault;
import org.nachbarstrom.metering.upload.FileMapping;
import org.nachbarstrom.metering.upload.FileMapping.Form;
import org.nachbarstrom.metering.upload.FileMapping.Mark;
import org.nachbarstrom.metering.upload.FileMapping.SeriesColumn;
import org.nachbarstrom.metering.upload.FileMapping.TimeColumn;
import org.nachbarstrom.metering.upload.FileMapping.Unit;
import org.nachbarstrom.metering.upload.FileMapping.ValueColumns;
import org.nachbarstrom.metering.upload.ReadFile;
import org.nachbarstrom.metering.upload.RejectedValue;
import org.nachbarstrom.metering.upload.UploadContent;
import org.nachbarstrom.metering.upload.UploadKind;
import org.nachbarstrom.metering.upload.UploadRejection;
import org.nachbarstrom.quantities.EnergyDirection;
import org.nachbarstrom.quantities.ValueQuality;
import org.nachbarstrom.support.problem.FieldError;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.testing.ProjectFiles;

class ReadTableTest {
  private static final String ONE = "51238696781";
  private static final String OTHER = "41373559241";
  private static final String CONSUMPTION = " CONSUMPTION";

  private static ReadFile.Said read(String csv, @Nullable FileMapping mapping) {
    return new ReadTable()
        .read(
            UploadKind.CSV,
            csv.getBytes(StandardCharsets.ISO_8859_1),
            mapping,
            new UploadContent(KeptValues.Kept.ALL));
  }

  private static FileMapping wide(TimeColumn time, Unit unit, String... columns) {
    List<SeriesColumn> series = new ArrayList<>();
    List<String> points = List.of(ONE, OTHER);
    for (int i = 0; i < columns.length; i++) {
      series.add(new SeriesColumn(columns[i], points.get(i), EnergyDirection.CONSUMPTION));
    }
    return new FileMapping(
        Form.WIDE,
        ";",
        null,
        ",",
        null,
        null,
        null,
        unit,
        time,
        series,
        null,
        ValueQuality.MEASURED);
  }

  private static TimeColumn berlin(Mark mark) {
    return new TimeColumn("Zeit", null, "dd.MM.yyyy HH:mm", "Europe/Berlin", mark);
  }

  /** Energies in 10⁻⁶ kWh by start. */
  static Map<Instant, Long> energies(UploadContent content, String series) {
    Map<Instant, Long> energies = new TreeMap<>();
    content
        .values()
        .forEach((key, blocks) -> {
          if (key.toString().equals(series)) {
            blocks.forEach(block -> {
              for (int slot = 0; slot < QuarterHours.PER_UTC_DAY; slot++) {
                if (block.holds(slot)) {
                  energies.put(QuarterHours.startOf(block.day(), slot), block.energy(slot));
                }
              }
            });
          }
        });
    return energies;
  }

  private static Map<Instant, Long> expected(Object... pairs) {
    Map<Instant, Long> expected = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      expected.put(Instant.parse((String) pairs[i]), ((Integer) pairs[i + 1]).longValue());
    }
    return expected;
  }

  private static List<Tuple> faults(UploadContent content) {
    return content.rejections().stream()
        .map(rejection -> tuple(rejection.line(), rejection.pointer(), rejection.fault()))
        .toList();
  }

  @Test
  void readsAColumnPerPointWithEnergyOfTheHourThatWasSkipped() {
    // Clocks go from 02:00 CET to 03:00 CEST: 01:45 is 00:45Z, 03:00 is 01:00Z.
    UploadContent content =
        read(
                """
                Zeit;A;B
                29.03.2026 01:45;0,25;1
                29.03.2026 02:00;0,5;2
                29.03.2026 03:00;0,75;
                """,
                wide(berlin(Mark.START), Unit.KWH, "A", "B"))
            .content();
    assertThat(energies(content, ONE + CONSUMPTION))
        .isEqualTo(expected("2026-03-29T00:45:00Z", 250_000, "2026-03-29T01:00:00Z", 750_000));
    assertThat(energies(content, OTHER + CONSUMPTION))
        .isEqualTo(expected("2026-03-29T00:45:00Z", 1_000_000));
    assertThat(faults(content)).containsExactly(tuple(3L, "Zeit", Fault.TIME_IN_GAP));
    assertThat(content.counts().rejected()).isEqualTo(2);
    assertThat(content.counts().lines()).isEqualTo(3);
  }

  @Test
  void tellsTheTwoPassesOfTheDoubleHourByTheOrderOfRows() {
    // Clocks go from 03:00 CEST to 02:00 CET on 2026-10-25: the first 02:30 is 00:30Z, the second
    // 01:30Z. B has no value in the first pass: the rows tell, not the cells.
    String forward =
        """
        Zeit;A;B
        25.10.2026 01:45;1;
        25.10.2026 02:30;2;
        25.10.2026 02:30;3;5
        25.10.2026 03:00;4;
        """;
    Map<Instant, Long> expected =
        expected(
            "2026-10-24T23:45:00Z", 1_000_000,
            "2026-10-25T00:30:00Z", 2_000_000,
            "2026-10-25T01:30:00Z", 3_000_000,
            "2026-10-25T02:00:00Z", 4_000_000);
    FileMapping mapping = wide(berlin(Mark.START), Unit.KWH, "A", "B");
    UploadContent content = read(forward, mapping).content();
    assertThat(energies(content, ONE + CONSUMPTION)).isEqualTo(expected);
    assertThat(energies(content, OTHER + CONSUMPTION))
        .isEqualTo(expected("2026-10-25T01:30:00Z", 5_000_000));
    String[] rows = forward.split("\n", -1);
    String backward = String.join("\n", rows[0], rows[4], rows[3], rows[2], rows[1]);
    assertThat(energies(read(backward, mapping).content(), ONE + CONSUMPTION)).isEqualTo(expected);
  }

  @Test
  void readsEndsOfTheDoubleHour() {
    // The first 02:00 is the end of 23:45Z to 00:00Z, the second that of 00:45Z to 01:00Z.
    UploadContent content =
        read(
                """
                Zeit;A
                25.10.2026 01:45;1
                25.10.2026 02:00;2
                25.10.2026 02:00;3
                25.10.2026 24:00;4
                """,
                wide(berlin(Mark.END), Unit.KWH, "A"))
            .content();
    assertThat(energies(content, ONE + CONSUMPTION))
        .isEqualTo(
            expected(
                "2026-10-24T23:30:00Z", 1_000_000,
                "2026-10-24T23:45:00Z", 2_000_000,
                "2026-10-25T00:45:00Z", 3_000_000,
                "2026-10-25T22:45:00Z", 4_000_000));
  }

  @Test
  void refusesRowsOfTheDoubleHourThatCannotBeToldApart() {
    UploadContent once =
        read(
                "Zeit;A\n25.10.2026 01:45;1\n25.10.2026 02:30;2\n25.10.2026 03:00;4\n",
                wide(berlin(Mark.START), Unit.KWH, "A"))
            .content();
    assertThat(faults(once)).containsExactly(tuple(3L, "A", Fault.AMBIGUOUS_TIME));
    assertThat(once.values().size()).isEqualTo(2);
    UploadContent mixed =
        read(
                """
                Zeit;A
                25.10.2026 03:00;1
                25.10.2026 02:30;2
                25.10.2026 02:30;3
                25.10.2026 01:45;4
                25.10.2026 03:15;5
                """,
                wide(berlin(Mark.START), Unit.KWH, "A"))
            .content();
    assertThat(faults(mixed))
        .containsExactly(
            tuple(3L, "A", Fault.AMBIGUOUS_TIME), tuple(4L, "A", Fault.AMBIGUOUS_TIME));
  }

  private static FileMapping longForm(ValueColumns value, Unit unit, String zone) {
    return new FileMapping(
        Form.LONG,
        ";",
        "ISO-8859-1",
        ",",
        null,
        2,
        true,
        unit,
        new TimeColumn("Datum", "bis", "dd.MM.yyyy HH:mm", zone, Mark.END),
        null,
        value,
        null);
  }

  private static final String LONG_FILE =
      """
      Lastgang
      erstellt am;01.11.2026
      Z\u00e4hlpunkt;Datum;bis;OBIS;Leistung;Status
      51238696781;25.10.2026;02:30;1-1:1.29.0;4;W
      41373559241;25.10.2026;02:30;1-1:2.29.0;0,5;E
      51238696781;25.10.2026;02:45;1-1:1.29.0;0,000001;W
      51238696781;25.10.2026;02:45;1-1:1.8.0;1;W
      51238696782;25.10.2026;02:45;1-1:1.29.0;1;W
      51238696781;25.10.2026;03:00;1-1:1.29.0;1;X
      51238696781;25.10.2026;03:07;1-1:1.29.0;1;W
      51238696781;31.02.2026;03:00;1-1:1.29.0;1;W
      51238696781;25.10.2026;03:00;1-1:1.29.0;1.000,5;W
      51238696781;25.10.2026;03:00;1-1:1.29.0;-1;W
      51238696781;25.10.2026;02:30;1-1:1.29.0;8;W
      51238696781;25.10.2026;02:30;1-1:1.29.0;4,00;W
      """;

  @Test
  void readsAValuePerRowOfSeveralSeriesInStandardTimeAllYear() {
    // Mean power: 4 kW for a quarter-hour are 1 kWh. +01:00 has no double hour: 02:30 is 01:30Z.
    ValueColumns columns =
        new ValueColumns(
            "Leistung",
            "Z\u00e4hlpunkt",
            null,
            "OBIS",
            null,
            "Status",
            Map.of("W", ValueQuality.MEASURED, "E", ValueQuality.SUBSTITUTE));
    UploadContent content = read(LONG_FILE, longForm(columns, Unit.KW, "+01:00")).content();
    assertThat(energies(content, ONE + CONSUMPTION))
        .isEqualTo(expected("2026-10-25T01:15:00Z", 1_000_000));
    assertThat(energies(content, OTHER + " GENERATION"))
        .isEqualTo(expected("2026-10-25T01:15:00Z", 125_000));
    assertThat(faults(content))
        .containsExactly(
            tuple(6L, "Leistung", Fault.TOO_FINE),
            tuple(7L, "OBIS", Fault.WRONG_REGISTER),
            tuple(8L, "Z\u00e4hlpunkt", Fault.INVALID_POINT),
            tuple(9L, "Status", Fault.UNREADABLE_QUALITY),
            tuple(10L, "Datum", Fault.MISALIGNED_TIME),
            tuple(11L, "Datum", Fault.UNREADABLE_TIME),
            tuple(12L, "Leistung", Fault.UNREADABLE_VALUE),
            tuple(13L, "Leistung", Fault.NEGATIVE_VALUE),
            tuple(14L, "Leistung", Fault.VALUE_TWICE));
    assertThat(content.counts().repeated()).isEqualTo(1);
  }

  @Test
  void proposesAMappingForAColumnPerPoint() {
    ReadFile.Said said =
        read(
            """
            Ab-/bis-Zeitstempel;51238696781 Bezug (kWh);41373559241 Einspeisung (kWh)
            29.03.2026 00:15;0,25;0
            29.03.2026 00:30;0,5;1
            """,
            null);
    assertThat(said.proposed()).isTrue();
    assertThat(said.mapping().time())
        .isEqualTo(
            new TimeColumn(
                "Ab-/bis-Zeitstempel", null, "d.M.uuuu H:mm", "Europe/Berlin", Mark.END));
    assertThat(said.mapping().series())
        .extracting(SeriesColumn::accountingPoint, SeriesColumn::direction)
        .containsExactly(
            tuple(ONE, EnergyDirection.CONSUMPTION), tuple(OTHER, EnergyDirection.GENERATION));
    // 00:15 is the end of 00:00 to 00:15, which is 23:00Z of the day before.
    assertThat(energies(said.content(), ONE + CONSUMPTION))
        .isEqualTo(expected("2026-03-28T23:00:00Z", 250_000, "2026-03-28T23:15:00Z", 500_000));
  }

  @Test
  void proposesAMappingForAValuePerRow() {
    ReadFile.Said said =
        read(
            "accounting_point,start,Wh,quality\n51238696781,2026-03-28T23:00:00Z,250.5,"
                + "SUBSTITUTE\n",
            null);
    assertThat(said.mapping().form()).isEqualTo(Form.LONG);
    assertThat(said.mapping().unit()).isEqualTo(Unit.WH);
    assertThat(said.firstRows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.energyKilowattHours()).isEqualTo("0.250500");
          assertThat(row.quality()).isEqualTo(ValueQuality.SUBSTITUTE);
        });
  }

  @Test
  void guessesNoUnitThatIsNotReadOrNotTheSameInAllColumns() {
    for (String header :
        List.of("51238696781 MWh;41373559241 MWh", "51238696781 kWh;41373559241 kW")) {
      ReadFile.Said said = read("Zeit;" + header + "\n29.03.2026 00:15;0,25;0\n", null);
      assertThat(said.mapping().unit()).isNull();
      assertThat(said.content().isEmpty()).isTrue();
      assertThat(said.content().rejections())
          .extracting(RejectedValue::pointer)
          .containsExactly("/unit");
    }
  }

  @Test
  void guessesEndsByWordsAndNotByPartsOfWords() {
    for (String name : List.of("Kalenderzeit", "Sendezeit", "Zeitstempel")) {
      assertThat(mark(name)).isEqualTo(Mark.START);
    }
    for (String name : List.of("bis", "Intervallende", "interval_end", "intervalEnd", "Endzeit")) {
      assertThat(mark(name)).isEqualTo(Mark.END);
    }
  }

  private static @Nullable Mark mark(String name) {
    TimeColumn time =
        read(name + ";51238696781 kWh\n29.03.2026 00:15;0,25\n", null).mapping().time();
    return time == null ? null : time.mark();
  }

  /** The zone in the text would be passed over; the other one is not quarter-hours from UTC. */
  @Test
  void refusesZonesThatWouldShiftValues() {
    TimeColumn named =
        new TimeColumn("Zeit", null, "dd.MM.yyyy HH:mm VV", "Europe/Berlin", Mark.START);
    TimeColumn odd = new TimeColumn("Zeit", null, "dd.MM.yyyy HH:mm", "+01:07", Mark.START);
    assertThat(wrongPlaces("Zeit;A\n29.03.2026 00:15 UTC;1\n", named))
        .containsExactly("/time/format");
    assertThat(wrongPlaces("Zeit;A\n29.03.2026 00:15;1\n", odd)).containsExactly("/time/zone");
  }

  private static List<String> wrongPlaces(String csv, TimeColumn time) {
    try {
      Map<Instant, Long> taken =
          energies(read(csv, wide(time, Unit.KWH, "A")).content(), ONE + CONSUMPTION);
      return taken.keySet().stream().map(Instant::toString).toList();
    } catch (ProblemException refused) {
      return refused.errors().stream().map(FieldError::pointer).toList();
    }
  }

  @Test
  void saysWhatItCouldNotGuess() {
    ReadFile.Said said = read("a;b\nx;y\n", null);
    assertThat(said.content().isEmpty()).isTrue();
    assertThat(said.content().rejections())
        .extracting(RejectedValue::pointer)
        .contains("/time", "/value");
    assertThat(said.columns()).containsExactly("a", "b");
  }

  @Test
  void refusesAMappingThatDoesNotFitAndNamesEveryPlace() {
    FileMapping mapping =
        wide(new TimeColumn("Uhr", null, "qqq-bad-[", "Europe/Nowhere", null), Unit.KWH, "A", "C");
    assertThatThrownBy(() -> read("Zeit;A\n1;2\n", mapping))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.rejection()).isEqualTo(UploadRejection.INVALID_MAPPING);
              assertThat(problem.errors())
                  .extracting(FieldError::pointer)
                  .contains("/time/column", "/time/format", "/time/mark", "/series/1/column");
            });
  }

  @Test
  void refusesWhatIsNoText() {
    FileMapping mapping = wide(berlin(Mark.START), Unit.KWH, "A");
    assertThatThrownBy(() -> read("Zeit;A\n01.01.2026 00:00;\u00e4\n", mapping))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.rejection()).isEqualTo(UploadRejection.UNREADABLE_FILE));
    assertThatThrownBy(() -> read("Zeit;A\n\"01.01.2026", mapping))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void readsTheOperatorsExportAcrossTheClockChange() throws IOException {
    Optional<Path> file = ProjectFiles.shared("community/january-august-2023.csv");
    Assumptions.assumeTrue(file.isPresent(), "needs ../shared/community/january-august-2023.csv");
    String mapping =
        Files.readString(
            ProjectFiles.root().resolve("schemas/upload-mapping/v1/examples/wide.json"));
    UploadContent content =
        new ReadTable()
            .read(
                UploadKind.CSV,
                Files.readAllBytes(file.orElseThrow()),
                new ObjectMapper().readValue(mapping, FileMapping.class),
                new UploadContent(KeptValues.Kept.ALL))
            .content();
    assertThat(content.rejections()).isEmpty();
    Map<Instant, Long> energies = energies(content, ONE + CONSUMPTION);
    // 242 days of 96 less the hour that was skipped; the sum of the column by another program.
    assertThat(energies).hasSize(23_228);
    assertThat(energies.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(133_890_000L);
    assertThat(energies)
        .containsKeys(Instant.parse("2022-12-31T23:00:00Z"), Instant.parse("2023-08-30T21:45:00Z"));
  }
}

package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.SharedFiles;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.quantities.ValueQuality;

/** A real month as a network operator delivered it, once as MSCONS and once as a table. */
class OperatorMonthTest {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "50000000013", "C01_consumption_kwh",
          "50000000021", "C02_consumption_kwh",
          "50000000039", "C03_consumption_kwh",
          "50000000047", "C04_consumption_kwh",
          "50000000055", "C05_consumption_kwh",
          "50000000063", "G01_generation_kwh",
          "50000000071", "G02_generation_kwh",
          "50000000089", "G03_generation_kwh",
          "50000000097", "G04_generation_kwh");

  @Test
  void sumsAgreeWithTheOperatorsTableToTheMilliwattHour() throws IOException {
    Path interchange = SharedFiles.find("community/august-2023.edi");
    Map<String, Long> expected = tableSums(SharedFiles.find("community/august-2023.csv"));
    Map<String, Long> sums = new HashMap<>();
    InterchangeResult result;
    try (InputStream in = Files.newInputStream(interchange)) {
      result = MsconsReader.read(in, ReadOptions.DEFAULT, message -> take(message, sums));
    }
    assertThat(result.syntaxValid()).isTrue();
    assertThat(result.messages()).isEqualTo(9);
    assertThat(sums).isEqualTo(expected);
  }

  private static void take(MessageResult message, Map<String, Long> sums) {
    assertThat(message).isInstanceOf(MessageResult.Accepted.class);
    LoadProfile profile = (LoadProfile) ((MessageResult.Accepted) message).content();
    assertThat(profile.period().start()).isEqualTo("2023-07-31T22:00:00Z");
    assertThat(profile.period().end()).isEqualTo("2023-08-31T22:00:00Z");
    RegisterSeries series = profile.series().getFirst();
    assertThat(series.qualityRuns()).containsExactly(new QualityRun(ValueQuality.MEASURED, 2_976));
    String column = COLUMNS.getOrDefault(profile.object().id(), "unknown");
    sums.put(column, LongStream.of(series.milliWattHours()).sum());
  }

  private static Map<String, Long> tableSums(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.getFirst().split(",", -1));
    Map<String, Long> sums = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        if (COLUMNS.containsValue(names.get(i))) {
          long milliWattHours = new BigDecimal(cells[i]).movePointRight(6).longValueExact();
          sums.merge(names.get(i), milliWattHours, Long::sum);
        }
      }
    }
    return sums;
  }
}

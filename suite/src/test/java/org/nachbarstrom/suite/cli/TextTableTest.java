package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsNeededAndNumbersToTheRight() {
    assertThat(
            new TextTable("name", ">kWh", "note")
                .row("Ahrens", "7.000", "")
                .row("PV", "1,234.500", "roof")
                .lines())
        .containsExactly(
            "name          kWh  note", //
            "Ahrens      7.000",
            "PV      1,234.500  roof");
  }

  @Test
  void figuresKeepTheirDecimals() throws IOException {
    assertThat(Figures.euro(-1_234_567_890L)).isEqualTo("-1,234.567890");
    assertThat(Figures.kilowattHours(7_000_500L)).isEqualTo("7.000");
    assertThat(
            Figures.words(
                new ObjectMapper()
                    .readTree(
                        "{\"code\": \"SERIES_GAP\", \"accountingPoint\": \"50000000013\","
                            + " \"count\": 4, \"day\": null}")))
        .isEqualTo("SERIES_GAP, accountingPoint 50000000013, count 4");
  }

  @Test
  void allocationTableSumsTheColumnsOfTheCsv() {
    String csv =
        """
        interval_start,accounting_point,consumption_kwh,share_kwh,generation_kwh
        2026-10-24T22:00:00Z,50000000013,0.100000,0.050000,
        2026-10-24T22:00:00Z,50000000063,,,0.050000
        2026-10-24T22:15:00Z,50000000013,0.200000,0.000001,
        2026-10-24T22:15:00Z,50000000063,,,0.000001
        """;
    assertThat(AllocationCommand.sums(csv).lines())
        .containsExactly(
            "accounting point  consumption kWh  share kWh  generation kWh",
            "50000000013              0.300000   0.050001",
            "50000000063                                         0.050001");
  }
}

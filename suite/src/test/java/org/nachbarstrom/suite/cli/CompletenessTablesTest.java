package org.nachbarstrom.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CompletenessTablesTest {

  @Test
  void showsASeriesWithItsSums() throws IOException {
    assertThat(CompletenessTables.sums(series()).lines())
        .containsExactly(
            "point        direction    expected  present  provisional  missing  surplus"
                + "  missing since         asked  asked last",
            "50000000013  consumption       188       96            4       92        0"
                + "  2026-03-30T22:00:00Z      1  2026-04-01T08:00:00Z");
  }

  @Test
  void showsASeriesDayByDay() throws IOException {
    assertThat(CompletenessTables.days(series()).lines())
        .containsExactly(
            "point        direction    day         expected  present  provisional  missing  surplus"
                + "  missing since         asked  asked last",
            "50000000013  consumption  2026-03-28        96       96            4        0        0"
                + "                            0",
            "50000000013  consumption  2026-03-29        92        0            0       92        0"
                + "  2026-03-30T22:00:00Z      1  2026-04-01T08:00:00Z");
  }

  private static JsonNode series() throws IOException {
    return new ObjectMapper()
        .readTree(
            """
            [{"accountingPoint": "50000000013", "direction": "CONSUMPTION", "declared": true,
              "counts": {"expected": 188, "present": 96, "provisional": 4, "missing": 92,
                "surplus": 0},
              "missingSince": "2026-03-30T22:00:00Z",
              "requests": {"count": 1, "requestedAt": "2026-04-01T08:00:00Z"},
              "days": [
                {"day": "2026-03-28", "requests": {"count": 0},
                  "counts": {"expected": 96, "present": 96, "provisional": 4, "missing": 0,
                    "surplus": 0}},
                {"day": "2026-03-29", "missingSince": "2026-03-30T22:00:00Z",
                  "requests": {"count": 1, "requestedAt": "2026-04-01T08:00:00Z"},
                  "counts": {"expected": 92, "present": 0, "provisional": 0, "missing": 92,
                    "surplus": 0}}]}]
            """);
  }
}

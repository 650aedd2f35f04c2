package org.nachbarstrom.metering.comparison.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisputeCsvTest {
  @Test
  void writesNoTextThatASpreadsheetWouldCalculate() {
    assertThat(
            Stream.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "EQUAL", "50000000013", "")
                .map(DisputeCsv::harmless))
        .containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "EQUAL", "50000000013", "");
  }
}

package org.nachbarstrom.edifact.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.SharedFiles;

/** Every reference file has a precise verdict: accepted values or findings with their place. */
class SamplesTest {
  /** UNT counts 109; no zone at the message time; EIC instead of 13 digits; an empty period. */
  private static final String OLD_VERSION =
      "MESSAGE_COUNT_DIFFERS@302.1.0 FORMAT_VIOLATED@3.1.2 FORMAT_VIOLATED@5.2.1"
          + " FORMAT_VIOLATED@6.2.1 PERIOD_EMPTY@11.1.2";

  private static final Map<String, String> VERDICTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("13002_gas_reading", "1 values"),
              Map.entry("13006_storno_of_DOC19", "0 values"),
              Map.entry("13017_reading", "1 values"),
              Map.entry("13018_MeLo", "96 values"),
              Map.entry("13019_energy", "1 values"),
              Map.entry("13025_96_ersatz_resend", "96 values"),
              Map.entry("13025_96_with_Z18", "96 values"),
              Map.entry("13025_DST_92_and_100_two_UNH", "92 values, 100 values"),
              Map.entry("13025_feedin_PV", "96 values"),
              Map.entry("13025_five_UNH", "96 values, 96 values, 96 values, 96 values, 96 values"),
              Map.entry("own_APERAK_312", "0 values"),
              Map.entry("own_APERAK_313_Z10", "0 values"),
              Map.entry("own_CONTRL_ack_7", "0 values"),
              Map.entry("own_CONTRL_reject_file_29", "0 values"),
              Map.entry("own_CONTRL_reject_message_segment", "0 values"),
              Map.entry("13_derrickoswald-MSCONS_ESLEVU14572840", OLD_VERSION),
              Map.entry("14_derrickoswald-MSCONS_ESLEVU14572841", OLD_VERSION),
              Map.entry(
                  "19_derrickoswald-MSCONS_LG_20140304_D99A-1.6",
                  "MESSAGE_VERSION_UNSUPPORTED@1.2.5")));

  @Test
  void givesEachSampleItsVerdict() throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SharedFiles.find("mscons/samples"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".edi")).toList()) {
        String name = String.valueOf(file.getFileName()).replace(".edi", "");
        verdicts.put(name, verdict(file));
      }
    }
    assertThat(verdicts).isEqualTo(VERDICTS);
  }

  private static String verdict(Path file) throws IOException {
    ValidationReport report;
    try (InputStream in = Files.newInputStream(file)) {
      report = InterchangeValidation.validate(in, ReadOptions.DEFAULT);
    }
    List<String> verdicts = new ArrayList<>();
    report.interchange().findings().forEach(finding -> verdicts.add(finding.toString()));
    for (MessageVerdict message : report.messages()) {
      verdicts.add(message.accepted() ? message.values() + " values" : findings(message));
    }
    return String.join(", ", verdicts);
  }

  private static String findings(MessageVerdict message) {
    return String.join(
        " ",
        message.findings().stream()
            .map(finding ->
                "%s@%d.%d.%d"
                    .formatted(
                        finding.code(),
                        finding.position().segment(),
                        finding.position().element(),
                        finding.position().component()))
            .toList());
  }
}

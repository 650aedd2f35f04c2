package org.nachbarstrom.edifact.core.mscons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakError;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;

/** An APERAK names the segment of each error of the handbook, and what is wrong with it. */
class FindingPlacesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Set<String> PLACED = Set.of("Z21", "Z29", "Z35", "Z38", "Z39", "Z40", "Z41");

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "2.4c", "2.3"})
  void everyErrorOfASpoiltMessageHasBothPartsOfItsPlace(String version) throws IOException {
    int placed = 0;
    for (List<String> body : spoilt()) {
      for (Finding finding : findings(version, body)) {
        if (finding.code().level() == FindingLevel.CONTENT) {
          AperakError error = error(finding);
          if (PLACED.contains(error.code())) {
            placed++;
            assertThat(error.segmentName()).as("%s", finding).isNotBlank();
            assertThat(error.segmentText())
                .as("%s", finding)
                .startsWith(finding.position().tag())
                .doesNotStartWith("UNT");
          }
        }
      }
    }
    assertThat(placed).isGreaterThan(20);
  }

  @Test
  void whatTheHandbookCannotSeeHasTheNameOfTheMessageDescriptionToo() throws IOException {
    List<String> twice = MsconsText.profile(NOON, "220:1");
    twice.addAll(MsconsText.value("220:2", NOON));
    Finding finding = findings("2.5", twice).getFirst();
    assertThat(finding.segmentText()).isEqualTo("QTY+220:2");
    assertThat(finding.segmentName()).isEqualTo("Mengenangaben");
  }

  @Test
  void aMessageWithoutRegisterMissesLin() throws IOException {
    List<String> body = MsconsText.start(NOON, NOON.plusSeconds(900));
    assertThat(findings("2.3", body))
        .singleElement()
        .satisfies(finding -> assertThat(finding.position().tag()).isEqualTo("LIN"));
  }

  /** Each segment left out, sent twice, and with each element changed. */
  private static List<List<String>> spoilt() {
    List<String> right = MsconsText.profile(NOON, "220:1", "67:2");
    right.addAll(List.of("STS+Z32++ZJ2", "STS+Z34++ZB0", "STS+Z40++ZB0"));
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < right.size(); i++) {
      String segment = right.get(i);
      List<String> without = new ArrayList<>(right);
      without.remove(i);
      all.add(without);
      List<String> twice = new ArrayList<>(right);
      twice.add(i, segment);
      all.add(twice);
      for (int at = 4; at < segment.length(); at++) {
        List<String> changed = new ArrayList<>(right);
        changed.set(i, segment.substring(0, at) + "7" + segment.substring(at + 1));
        all.add(changed);
      }
    }
    return all;
  }

  private static AperakError error(Finding finding) {
    AnsweredMessage answered = new AnsweredMessage("REF1", Optional.of(NOON), "DOC1", "M1");
    return AperakMessage.refuse(answered, "D1", NOON, List.of(finding)).errors().getFirst();
  }

  private static List<Finding> findings(String version, List<String> body) throws IOException {
    String text = MsconsText.interchange(MsconsText.message("M1", version, body));
    List<Finding> findings = new ArrayList<>();
    MsconsReader.read(
        MsconsText.stream(text),
        ReadOptions.DEFAULT,
        message -> {
          if (message instanceof MessageResult.Refused refused) {
            findings.addAll(refused.findings());
          }
        });
    return findings;
  }
}

package org.nachbarstrom.edifact.core.aperak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.Position;

/** Which finding becomes which error of an APERAK. */
class AperakErrorsTest {
  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
  private static final AnsweredMessage ANSWERED =
      new AnsweredMessage("REF1", Optional.of(AT), "DOC1", "M1");

  @Test
  void everyContentFindingBecomesAnErrorOfTheHandbookWithItsPlaceWhereThatIsRequired() {
    List<FindingCode> codes =
        Stream.of(FindingCode.values())
            .filter(code -> code.level() == FindingLevel.CONTENT)
            .toList();
    assertThat(codes).isNotEmpty();
    for (FindingCode code : codes) {
      List<AperakError> errors = errors(finding(code, "QTY", 1, 2, "QTY+220:23.8976"));
      assertThat(errors).as(code.name()).hasSize(1);
      AperakError error = errors.getFirst();
      assertThat(error.code()).isEqualTo(code.aperakCode());
      assertThat(error.description()).containsExactly("text");
      boolean place =
          List.of("Z21", "Z29", "Z35", "Z38", "Z39", "Z40", "Z41").contains(error.code());
      assertThat(error.segmentName()).as(code.name()).isEqualTo(place ? "QTY" : "");
      assertThat(error.segmentText()).isEqualTo(place ? "QTY+220:23.8976" : "");
    }
  }

  @Test
  void namesTheSegmentAsTheMessageDescriptionDoesWhereThatIsKnown() {
    Position position = new Position("M1", 3, "DTM", 1, 2);
    Finding finding =
        new Finding(
            FindingCode.FORMAT_VIOLATED, position, "no time", "DTM+137::303", "Dokumentendatum");
    assertThat(errors(finding).getFirst())
        .isEqualTo(
            new AperakError(
                "Z35", List.of(), List.of("no time"), "Dokumentendatum", "DTM+137::303", ""));
  }

  @Test
  void tellsWhatDeviates() {
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 1, "LOC+172+51238696781"))
        .containsExactly("51238696781");
    assertThat(deviation(FindingCode.OBIS_NOT_IMPORTED, "PIA", 2, 0, "PIA+5+1-1?:1.8.0:SRW"))
        .containsExactly("1-1:1.8.0");
    assertThat(deviation(FindingCode.VALUE_TOO_PRECISE, "QTY", 1, 2, "QTY+220:23.8976"))
        .containsExactly("23.8976");
    assertThat(deviation(FindingCode.INTERVAL_EMPTY, "DTM", 1, 2, "DTM+164:2010?+00:303"))
        .containsExactly("DTM+164:2010?+00:303");
  }

  @Test
  void tellsNothingThatDeviatesWhereItIsNotKnown() {
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 1, "")).isEmpty();
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 0, 0, "LOC+172+5")).isEmpty();
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 3, 1, "LOC+172+5")).isEmpty();
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 2, "LOC+172+5")).isEmpty();
    // Other service characters.
    assertThat(deviation(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 1, "LOC*172*5")).isEmpty();
    assertThat(deviation(FindingCode.INTERVAL_EMPTY, "QTY", 1, 2, "QTY+220:1")).isEmpty();
  }

  @Test
  void neighbourOfAMissingSegmentIsNotTakenForIt() {
    Finding missing = finding(FindingCode.REQUIRED_ITEM_MISSING, "DTM", 0, 0, "LOC+172+5");
    AperakError error = errors(missing).getFirst();
    assertThat(error.segmentName()).isEqualTo("DTM");
    assertThat(error.segmentText()).isEqualTo("DTM");
  }

  @Test
  void reportsAllErrorsOfTheHandbookButNoneOfLaterChecks() {
    List<AperakError> errors =
        errors(
            finding(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 1, "LOC+172+5"),
            finding(FindingCode.REQUIRED_ITEM_MISSING, "DTM", 0, 0, ""),
            finding(FindingCode.VALUE_TOO_LARGE, "QTY", 1, 2, ""),
            finding(FindingCode.SERIES_INCOMPLETE, "LIN", 0, 0, ""));
    assertThat(errors).extracting(AperakError::code).containsExactly("Z29", "Z30");
  }

  @Test
  void reportsNothingElseWhereTheUseCaseIsNotProcessed() {
    List<AperakError> errors =
        errors(
            finding(FindingCode.REQUIRED_ITEM_MISSING, "DTM", 0, 0, ""),
            finding(FindingCode.SENDER_NOT_ALLOWED, "RFF", 1, 2, "RFF+Z13:13025"),
            finding(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED, "RFF", 1, 2, "RFF+Z13:13025"),
            finding(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED, "RFF", 1, 2, "RFF+Z13:13025"));
    assertThat(errors).extracting(AperakError::code).containsExactly("Z31");
  }

  /** A limit of the recipient is no reason to keep back what the sender can mend. */
  @Test
  void aMessageThatIsTooLargeIsRefusedForThatOnlyWhereNothingElseIsWrong() {
    Finding tooLarge = finding(FindingCode.PERIOD_TOO_LONG, "DTM", 1, 2, "DTM+164:2010?+00:303");
    assertThat(errors(tooLarge, tooLarge)).extracting(AperakError::code).containsExactly("Z31");
    assertThat(errors(finding(FindingCode.CODE_NOT_ALLOWED, "BGM", 1, 1, "BGM+7"), tooLarge))
        .extracting(AperakError::code)
        .containsExactly("Z39");
    assertThat(
            errors(
                tooLarge,
                finding(FindingCode.CHECK_IDENTIFIER_NOT_IMPORTED, "RFF", 1, 2, "RFF+Z13:1")))
        .extracting(AperakError::code)
        .containsExactly("Z31");
  }

  @Test
  void syntaxFindingsAreNoErrorsOfAnAperak() {
    Finding syntax = finding(FindingCode.SEGMENT_MISSING, "NAD", 0, 0, "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AperakMessage.refuse(ANSWERED, "D1", AT, List.of(syntax)));
    assertThat(errors(syntax, finding(FindingCode.OBJECT_UNKNOWN, "LOC", 2, 1, ""))).hasSize(1);
  }

  private static List<String> deviation(
      FindingCode code, String tag, int element, int component, String segment) {
    return errors(finding(code, tag, element, component, segment)).getFirst().deviation();
  }

  private static List<AperakError> errors(Finding... findings) {
    return AperakMessage.refuse(ANSWERED, "D1", AT, List.of(findings)).errors();
  }

  private static Finding finding(
      FindingCode code, String tag, int element, int component, String segment) {
    return new Finding(code, new Position("M1", 14, tag, element, component), "text", segment);
  }
}

package org.nachbarstrom.edifact.core.contrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nachbarstrom.edifact.core.AnswerStructure.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.FindingLevel;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/** Where findings go in a CONTRL, and what happens where there are too many or they do not fit. */
class ContrlPlacesTest {
  private static final Instant AT = Instant.parse("2026-11-22T05:10:00Z");
  private static final MessageHeader MESSAGE = new MessageHeader("M1", "MSCONS", "D:04B:UN", "2.5");

  @Test
  void everyInterchangeFindingStandsInUciWithACodeAllowedThere() throws IOException {
    for (FindingCode code : codes(FindingLevel.INTERCHANGE)) {
      for (int element = 0; element < 3; element++) {
        Finding finding = new Finding(code, Position.service("UNB", element, element), "text");
        List<List<List<String>>> contrl = refuse(List.of(finding), List.of());
        assertThat(at(contrl.get(1), 5, 1)).as(code.name()).isEqualTo("" + code.contrlCode());
      }
    }
  }

  @Test
  void everyMessageFindingStandsWhereItsCodeIsAllowed() throws IOException {
    for (FindingCode code : codes(FindingLevel.MESSAGE)) {
      for (String tag : List.of("UNH", "UNT", "QTY", "???")) {
        for (int element = 0; element < 3; element++) {
          // The structure check holds the code to the list of its segment.
          List<List<List<String>>> contrl =
              refuse(List.of(), errors(finding(code, 5, tag, element)));
          assertThat(contrl.size()).as(code.name()).isGreaterThan(3);
        }
      }
    }
  }

  @Test
  void everyMessageFindingKeepsItsCodeAtThePlaceTheReaderGivesIt() throws IOException {
    for (FindingCode code : codes(FindingLevel.MESSAGE)) {
      boolean service = code.name().startsWith("MESSAGE_");
      boolean segment = code.name().startsWith("SEGMENT_");
      Finding finding = finding(code, 5, service ? "UNT" : "QTY", segment ? 0 : 1);
      List<List<List<String>>> contrl = refuse(List.of(), errors(finding));
      List<String> named =
          contrl.stream().map(found -> at(found, service ? 4 : segment ? 2 : 1, 1)).toList();
      assertThat(named).as(code.name()).contains("" + code.contrlCode());
    }
  }

  @Test
  void segmentWithErrorsOfBothKindsHasTwoUcsAndSegmentsComeInOrder() throws IOException {
    List<List<List<String>>> contrl =
        refuse(
            List.of(),
            errors(
                finding(FindingCode.ELEMENT_TOO_LONG, 9, "LIN", 1),
                finding(FindingCode.SEGMENT_UNEXPECTED, 5, "QTY", 0),
                finding(FindingCode.CHARACTER_INVALID, 5, "QTY", 1),
                finding(FindingCode.SEGMENT_UNEXPECTED, 5, "QTY", 0)));
    assertThat(contrl.subList(3, contrl.size() - 1))
        .containsExactly(
            List.of(List.of("UCS"), List.of("5"), List.of("15")),
            List.of(List.of("UCS"), List.of("5")),
            List.of(List.of("UCD"), List.of("21"), List.of("2")),
            List.of(List.of("UCS"), List.of("9")),
            List.of(List.of("UCD"), List.of("39"), List.of("2")));
  }

  @Test
  void invalidCharacterOfATagIsAnErrorOfElementOne() throws IOException {
    List<List<List<String>>> contrl =
        refuse(List.of(), errors(finding(FindingCode.CHARACTER_INVALID, 5, "???", 0)));
    assertThat(contrl.get(4)).isEqualTo(List.of(List.of("UCD"), List.of("21"), List.of("1")));
  }

  @Test
  void errorOfUnhOrUntStandsInUcmAndOthersBelowIt() throws IOException {
    List<List<List<String>>> contrl =
        refuse(
            List.of(),
            errors(
                finding(FindingCode.SEGMENT_MISSING, 4, "NAD", 0),
                finding(FindingCode.MESSAGE_COUNT_DIFFERS, 9, "UNT", 1),
                finding(FindingCode.MESSAGE_REFERENCE_DIFFERS, 9, "UNT", 2)));
    assertThat(contrl.subList(2, contrl.size() - 1))
        .containsExactly(
            List.of(
                List.of("UCM"),
                List.of("M1"),
                List.of("MSCONS", "D", "04B", "UN", "2.5"),
                List.of("4"),
                List.of("29"),
                List.of("UNT"),
                List.of("2")),
            List.of(List.of("UCS"), List.of("4"), List.of("13")));
  }

  @Test
  void holdsToTheRepetitionsOfContrl() throws IOException {
    List<Finding> findings =
        Stream.concat(
                IntStream.range(0, 150)
                    .mapToObj(i -> finding(FindingCode.ELEMENT_TOO_LONG, 2, "BGM", 1)),
                IntStream.range(3, 1_500)
                    .mapToObj(i -> finding(FindingCode.SEGMENT_UNEXPECTED, i, "XXX", 0)))
            .toList();
    List<List<List<String>>> contrl =
        refuse(List.of(), List.of(new MessageErrors(MESSAGE, findings)));
    assertThat(count(contrl, "UCS")).isEqualTo(999);
    assertThat(count(contrl, "UCD")).isEqualTo(99);
  }

  @Test
  void staysWithinTheSegmentsThatUntCanCount() throws IOException {
    List<Finding> findings =
        IntStream.range(1, 1_000)
            .mapToObj(i -> finding(FindingCode.SEGMENT_UNEXPECTED, i, "XXX", 0))
            .toList();
    List<MessageErrors> messages =
        IntStream.range(0, 1_001).mapToObj(i -> new MessageErrors(MESSAGE, findings)).toList();
    byte[] contrl = Contrl.refuse(result(List.of(), messages), "CTR1", AT);
    String end = new String(contrl, contrl.length - 40, 40, StandardCharsets.ISO_8859_1);
    // 999 messages with 1 + 999 segments each, and UNH, UCI and UNT.
    assertThat(end).contains("'UNT+999003+1'UNZ+1+CTR1'");
  }

  @Test
  void cutsWhatItRepeatsAndFillsWhatWasNotSent() throws IOException {
    MessageHeader strange =
        new MessageHeader("A".repeat(40), "MSCONSXX", "DD:04B99:UNX", "2.5.100");
    Finding finding = finding(FindingCode.MESSAGE_REFERENCE_TOO_LONG, 1, "UNH", 1);
    List<List<List<String>>> contrl =
        refuse(List.of(), List.of(new MessageErrors(strange, List.of(finding))));
    assertThat(contrl.get(2).subList(1, 3))
        .containsExactly(List.of("A".repeat(14)), List.of("MSCONS", "D", "04B", "UN", "2.5.10"));
    MessageHeader empty = new MessageHeader("", "", "::", "");
    contrl = refuse(List.of(), List.of(new MessageErrors(empty, List.of(finding))));
    assertThat(contrl.get(2).subList(1, 3))
        .containsExactly(List.of("X"), List.of("X", "X", "X", "X", "X"));
    MessageHeader none = new MessageHeader("", "", "", "");
    contrl = refuse(List.of(), List.of(new MessageErrors(none, List.of(finding))));
    assertThat(at(contrl.get(2), 2, 5)).isEqualTo("X");
  }

  private static Finding finding(FindingCode code, int segment, String tag, int element) {
    return new Finding(code, new Position("M1", segment, tag, element, 0), "text");
  }

  private static List<MessageErrors> errors(Finding... findings) {
    return List.of(new MessageErrors(MESSAGE, List.of(findings)));
  }

  private static List<FindingCode> codes(FindingLevel level) {
    return Stream.of(FindingCode.values()).filter(code -> code.level() == level).toList();
  }

  private static long count(List<List<List<String>>> contrl, String tag) {
    return contrl.stream().filter(segment -> at(segment, 0, 1).equals(tag)).count();
  }

  private static InterchangeResult result(List<Finding> findings, List<MessageErrors> messages) {
    InterchangeHeader header =
        new InterchangeHeader(
            "9900000000011", "500", "9900000000029", "500", Optional.of(AT), "REF1", "TL");
    return new InterchangeResult(Optional.of(header), 1, findings, messages, false);
  }

  /** The segments of the CONTRL, which is of right structure and is read without a finding. */
  private static List<List<List<String>>> refuse(
      List<Finding> findings, List<MessageErrors> messages) throws IOException {
    byte[] contrl = Contrl.refuse(result(findings, messages), "CTR1", AT);
    List<ContrlResult> read = new ArrayList<>();
    ContrlReader.read(new ByteArrayInputStream(contrl), ReadOptions.DEFAULT, read::add);
    assertThat(read.getFirst().findings()).isEmpty();
    List<List<List<List<String>>>> checked = AnswerStructure.check(contrl);
    assertThat(checked).hasSize(1);
    return checked.getFirst();
  }
}

package org.nachbarstrom.edifact.core.contrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

class ContrlReaderTest {
  private static final String UCI = "UCI+SYN1+9900000000029:500+9900000000011:500+";
  private static final String UCM = "UCM+M1+MSCONS:D:04B:UN:2.5+4";

  @Test
  void readsErrorsOfUnbUnhSegmentsAndElements() throws IOException {
    ContrlMessage message = message(UCI + "4+12+UNB+3:2'");
    assertThat(message.error()).hasValue(new ServiceError(12, "UNB", 2, 2));
    message =
        message(
            UCI
                + "4'"
                + UCM
                + "+28+UNT+3'UCS+5+35'UCS+9'UCD+39+2'UCD+21+3:1'"
                + UCM.replace("M1", "M2")
                + "'UCS+4+13'");
    assertThat(message.accepted()).isFalse();
    assertThat(message.messages())
        .containsExactly(
            new MessageReport(
                header("M1"),
                Optional.of(new ServiceError(28, "UNT", 2, 0)),
                List.of(
                    new SegmentReport(5, 35, List.of()),
                    new SegmentReport(
                        9, 0, List.of(new ElementError(39, 1, 0), new ElementError(21, 2, 1))))),
            new MessageReport(
                header("M2"), Optional.empty(), List.of(new SegmentReport(4, 13, List.of()))));
    assertThat(message.messages().getFirst().segments().getFirst().text())
        .isEqualTo("too many repetitions of a segment");
  }

  @Test
  void doesNotMindWhereUciStands() throws IOException {
    ContrlMessage message = message(UCM + "'UCS+4+13'" + UCI + "4'");
    assertThat(message.interchangeReference()).isEqualTo("SYN1");
    assertThat(message.messages()).hasSize(1);
  }

  @Test
  void saysNothingWhereActionOrAnsweredInterchangeIsNotKnown() throws IOException {
    for (String body : List.of(UCI + "8'", "UCI++A+B+7'", UCM + "+13+UNT'")) {
      ContrlResult read = read(body);
      assertThat(read.message()).isEmpty();
      assertThat(read.findings()).hasSize(1);
    }
    assertThat(read(UCI + "8'").findings().getFirst())
        .hasToString(
            "CODE_NOT_ALLOWED at 1 UCI (segment 2) element 4: "
                + "the action must be 4 or 7, not '8'");
  }

  @Test
  void reportsWhatIsWrongWithItsPlaceAndKeepsTheRest() throws IOException {
    ContrlResult read =
        read(
            UCI
                + "4'UCS+1+13'UCD+13+2'"
                + UCM
                + "'UCS+X+13'UCS+3+2'UCS+4+13'UCS+5'UCD+13'UCD+13+2:a'UCD+12+2'XXX+1'");
    assertThat(read.findings())
        .extracting(finding ->
            finding.code()
                + "@"
                + finding.position().segment()
                + "."
                + finding.position().element())
        .containsExactlyInAnyOrder(
            "SEGMENT_UNEXPECTED@3.0",
            "SEGMENT_UNEXPECTED@4.0",
            "ELEMENT_NOT_NUMERIC@6.1",
            "CODE_NOT_ALLOWED@7.2",
            "ELEMENT_MISSING@10.2",
            "ELEMENT_NOT_NUMERIC@11.2",
            "SEGMENT_UNEXPECTED@13.0");
    assertThat(read.message().orElseThrow().messages().getFirst().segments())
        .containsExactly(
            new SegmentReport(3, 2, List.of()),
            new SegmentReport(4, 13, List.of()),
            new SegmentReport(5, 0, List.of(new ElementError(12, 1, 0))));
  }

  @Test
  void receiptThatNamesErrorsIsStillAReceipt() throws IOException {
    ContrlResult read = read(UCI + "7'" + UCM + "'UCS+4+13'");
    assertThat(read.findings()).extracting(Finding::code).hasToString("[ITEM_NOT_ALLOWED]");
    assertThat(read.message().orElseThrow().accepted()).isTrue();
    assertThat(read.message().orElseThrow().messages()).isEmpty();
  }

  @Test
  void secondUciIsNotTaken() throws IOException {
    ContrlResult read = read(UCI + "7'" + UCI.replace("SYN1", "SYN2") + "4'");
    assertThat(read.findings()).extracting(Finding::code).hasToString("[SEGMENT_REPEATED]");
    assertThat(read.message().orElseThrow().interchangeReference()).isEqualTo("SYN1");
  }

  @Test
  void keepsABoundedNumberOfErrors() throws IOException {
    ContrlResult read = read(UCI + "4'" + UCM + "'" + "UCS+4+13'".repeat(10_100));
    assertThat(read.message().orElseThrow().messages().getFirst().segments()).hasSize(9_999);
    assertThat(read.findings()).extracting(Finding::code).hasToString("[REPETITION_EXCEEDED]");
  }

  @Test
  void otherTypesAndVersionsAreNamed() throws IOException {
    List<ContrlResult> read = new ArrayList<>();
    String mscons = MsconsText.message("M1", List.of("BGM+Z48+DOC1+9"));
    ContrlReader.read(
        MsconsText.stream(MsconsText.interchange(mscons)), ReadOptions.DEFAULT, read::add);
    assertThat(read.getFirst().findings())
        .extracting(Finding::code)
        .hasToString("[MESSAGE_TYPE_NOT_IMPORTED]");
    String older = "UNH+1+CONTRL:D:3:UN:1.3'" + UCI + "7'UNT+3+1'";
    ContrlReader.read(
        MsconsText.stream(MsconsText.interchange(older)), ReadOptions.DEFAULT, read::add);
    assertThat(read.getLast().findings())
        .extracting(Finding::code)
        .hasToString("[MESSAGE_VERSION_UNSUPPORTED]");
    assertThat(read.getLast().message()).isPresent();
  }

  private static MessageHeader header(String reference) {
    return new MessageHeader(reference, "MSCONS", "D:04B:UN", "2.5");
  }

  private static ContrlMessage message(String body) throws IOException {
    ContrlResult read = read(body);
    assertThat(read.findings()).isEmpty();
    return read.message().orElseThrow();
  }

  private static ContrlResult read(String body) throws IOException {
    long segments = body.chars().filter(character -> character == '\'').count() + 2;
    String message = "UNH+1+CONTRL:D:3:UN:2.0b'" + body + "UNT+" + segments + "+1'";
    List<ContrlResult> read = new ArrayList<>();
    InterchangeResult result =
        ContrlReader.read(
            MsconsText.stream(MsconsText.interchange(message)), ReadOptions.DEFAULT, read::add);
    assertThat(result.contrlDue()).isFalse();
    assertThat(read).hasSize(1);
    return read.getFirst();
  }
}

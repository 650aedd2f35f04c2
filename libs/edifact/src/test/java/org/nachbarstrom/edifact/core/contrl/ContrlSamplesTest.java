package org.nachbarstrom.edifact.core.contrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.SharedFiles;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ElementError;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.MessageReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.SegmentReport;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage.ServiceError;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageErrors;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/** The CONTRL samples, written and read. */
class ContrlSamplesTest {
  private static final Instant AT = Instant.parse("2026-11-22T05:10:00Z");
  private static final MessageHeader FIRST =
      new MessageHeader("00000000001001", "MSCONS", "D:04B:UN", "2.5");
  private static final InterchangeHeader HEADER =
      new InterchangeHeader(
          "9900000000011",
          "500",
          "9900000000029",
          "500",
          Optional.of(Instant.parse("2026-11-22T05:00:00Z")),
          "SYN00000000001",
          "TL");

  @Test
  void receiptIsTheSampleByteForByte() throws IOException {
    byte[] receipt = Contrl.confirm(result(List.of(), List.of(), false), "CTR0000000001", AT);
    assertThat(text(receipt)).isEqualTo(sample("own_CONTRL_ack_7"));
    AnswerStructure.check(receipt);
  }

  @Test
  void errorInAnElementIsTheSampleByteForByte() throws IOException {
    // The fifteenth segment counted from UNH, second component of the element behind its tag.
    Finding finding =
        new Finding(
            FindingCode.DECIMAL_INVALID,
            new Position(FIRST.reference(), 15, "QTY", 1, 2),
            "the decimal mark is ','");
    MessageErrors errors = new MessageErrors(FIRST, List.of(finding));
    byte[] refusal = Contrl.refuse(result(List.of(), List.of(errors), false), "CTR0000000003", AT);
    assertThat(text(refusal)).isEqualTo(sample("own_CONTRL_reject_message_segment"));
    AnswerStructure.check(refusal);
  }

  @Test
  void errorOfTheInterchangeIsTheSampleButForThePositionOfTheElement() throws IOException {
    // The sample counts UNZ 0036 as 1; data element 0098 counts the tag as 1, so that it is 2.
    Finding finding =
        new Finding(
            FindingCode.TRAILER_COUNT_DIFFERS,
            Position.service("UNZ", 1, 0),
            "UNZ counts 2 messages, the interchange has 1");
    byte[] refusal = Contrl.refuse(result(List.of(finding), List.of(), false), "CTR0000000002", AT);
    assertThat(text(refusal))
        .isEqualTo(sample("own_CONTRL_reject_file_29").replace("+29+UNZ+1'", "+29+UNZ+2'"));
    AnswerStructure.check(refusal);
  }

  @Test
  void readsTheReceipt() throws IOException {
    ContrlResult read = read("own_CONTRL_ack_7");
    assertThat(read.findings()).isEmpty();
    assertThat(read.message()).hasValue(message(true, Optional.empty(), List.of()));
  }

  @Test
  void readsAnErrorOfTheInterchange() throws IOException {
    ContrlResult read = read("own_CONTRL_reject_file_29");
    assertThat(read.findings()).isEmpty();
    ServiceError error = new ServiceError(29, "UNZ", 0, 0);
    assertThat(read.message()).hasValue(message(false, Optional.of(error), List.of()));
    assertThat(error.text()).isEqualTo("control count does not match the number received");
  }

  @Test
  void readsAnErrorInAnElement() throws IOException {
    ContrlResult read = read("own_CONTRL_reject_message_segment");
    assertThat(read.findings()).isEmpty();
    ElementError element = new ElementError(19, 1, 2);
    MessageReport report =
        new MessageReport(
            FIRST, Optional.empty(), List.of(new SegmentReport(15, 0, List.of(element))));
    assertThat(read.message()).hasValue(message(false, Optional.empty(), List.of(report)));
    assertThat(element.text()).isEqualTo("invalid decimal notation");
  }

  @Test
  void givesNoReceiptForErrorsOrContrlOrWithoutHeader() {
    Finding finding =
        new Finding(FindingCode.TRAILER_MISSING, Position.service("UNZ", 0, 0), "no UNZ");
    List<InterchangeResult> results =
        List.of(
            result(List.of(finding), List.of(), false),
            result(List.of(), List.of(), true),
            new InterchangeResult(Optional.empty(), 1, List.of(), List.of(), false));
    for (InterchangeResult result : results) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Contrl.confirm(result, "CTR0000000001", AT));
    }
  }

  @Test
  void refusesAReferenceThatDoesNotFit() {
    InterchangeResult result = result(List.of(), List.of(), false);
    for (String reference : List.of("", "CTR000000000015", "CTR\n")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Contrl.confirm(result, reference, AT));
    }
  }

  private static ContrlMessage message(
      boolean accepted, Optional<ServiceError> error, List<MessageReport> messages) {
    return new ContrlMessage(
        "SYN00000000001",
        "9900000000011",
        "500",
        "9900000000029",
        "500",
        accepted,
        error,
        messages);
  }

  private static InterchangeResult result(
      List<Finding> findings, List<MessageErrors> errors, boolean control) {
    return new InterchangeResult(Optional.of(HEADER), 1, findings, errors, control);
  }

  private static ContrlResult read(String name) throws IOException {
    List<ContrlResult> read = new ArrayList<>();
    try (InputStream in = Files.newInputStream(SharedFiles.find(file(name)))) {
      InterchangeResult result = ContrlReader.read(in, ReadOptions.DEFAULT, read::add);
      assertThat(result.syntaxValid()).isTrue();
      assertThat(result.control()).isTrue();
    }
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SharedFiles.find(file(name)), StandardCharsets.ISO_8859_1).strip();
  }

  private static String file(String name) {
    return "mscons/samples/acknowledgements/" + name + ".edi";
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}

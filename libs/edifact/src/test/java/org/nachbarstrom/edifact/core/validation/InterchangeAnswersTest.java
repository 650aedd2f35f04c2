package org.nachbarstrom.edifact.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.answer.AnswerRules;
import org.nachbarstrom.edifact.core.answer.AnswerSettings;
import org.nachbarstrom.edifact.core.answer.Sector;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.aperak.AperakReader;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage;
import org.nachbarstrom.edifact.core.contrl.ContrlReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

/** From an MSCONS to its answers and back to what its sender reads. */
class InterchangeAnswersTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

  @Test
  void eachMessageGetsItsAperakAndABadOneDoesNotCostItsNeighbours() throws IOException {
    String bad =
        MsconsText.message("M2", MsconsText.profile(NOON, "220:-1")).replace("DOC1", "DOC2");
    ValidationReport report = validate(MsconsText.interchange(good("M1"), bad, good("M3")));
    InterchangeHeader header = report.interchange().header().orElseThrow();
    List<byte[]> answers = answers(report, AnswerSettings.DEFAULT);
    assertThat(answers).hasSize(1);
    byte[] aperak = answers.getFirst();
    assertThat(AnswerStructure.check(aperak)).hasSize(3);
    List<AperakMessage> read = new ArrayList<>();
    AperakReader.read(
        new ByteArrayInputStream(aperak),
        ReadOptions.DEFAULT,
        result -> read.add(result.message().orElseThrow()));
    assertThat(read).extracting(AperakMessage::accepted).containsExactly(true, false, true);
    AperakMessage refusal = read.get(1);
    assertThat(refusal.answered())
        .isEqualTo(new AnsweredMessage("REF1", header.preparedAt(), "DOC2", "M2"));
    assertThat(refusal.errors()).hasSize(1);
    assertThat(refusal.errors().getFirst().code()).isEqualTo("Z35");
  }

  @Test
  void syntaxErrorGetsAContrlThatLeadsToTheSegment() throws IOException {
    // QTY is the fourteenth segment.
    String bad = good("M2").replace("220:0.5", "220:0,5");
    ValidationReport report = validate(MsconsText.interchange(good("M1"), bad));
    List<byte[]> answers = answers(report, AnswerSettings.DEFAULT);
    assertThat(answers).hasSize(1);
    byte[] contrl = answers.getFirst();
    AnswerStructure.check(contrl);
    List<ContrlMessage> read = new ArrayList<>();
    ContrlReader.read(
        new ByteArrayInputStream(contrl),
        ReadOptions.DEFAULT,
        result -> read.add(result.message().orElseThrow()));
    ContrlMessage.MessageReport message = read.getFirst().messages().getFirst();
    assertThat(message.header().reference()).isEqualTo("M2");
    assertThat(message.segments())
        .containsExactly(
            new ContrlMessage.SegmentReport(
                14, 0, List.of(new ContrlMessage.ElementError(19, 1, 2))));
  }

  @Test
  void gasGetsAReceiptAndErrorsOnly() throws IOException {
    String gas =
        MsconsText.interchange(good("M1")).replace("9900000000029:500", "9900000000029:502");
    List<byte[]> answers = answers(validate(gas), AnswerSettings.DEFAULT);
    assertThat(answers).hasSize(1);
    assertThat(text(answers.getFirst())).contains("+CONTRL:D:3:UN:2.0b'").contains(":502+7'");
  }

  @Test
  void receiptAndAcknowledgementHaveReferencesOfTheirOwn() throws IOException {
    ValidationReport report = validate(MsconsText.interchange(good("M1")));
    List<byte[]> answers = answers(report, new AnswerSettings(Sector.ELECTRICITY, true));
    assertThat(answers).hasSize(2);
    assertThat(text(answers.get(0))).endsWith("UNZ+1+R1'");
    assertThat(text(answers.get(1))).contains("BGM+312+R2-1'").endsWith("UNZ+1+R2'");
  }

  @Test
  void answersGetNoAnswer() throws IOException {
    ValidationReport report = validate(MsconsText.interchange(good("M1"), good("M1x")));
    for (byte[] answer : answers(report, new AnswerSettings(Sector.ELECTRICITY, true))) {
      ValidationReport received =
          InterchangeValidation.validate(new ByteArrayInputStream(answer), ReadOptions.DEFAULT);
      assertThat(answers(received, AnswerSettings.DEFAULT)).isEmpty();
    }
    assertThat(answers(validate("nothing"), AnswerSettings.DEFAULT)).isEmpty();
  }

  private static List<byte[]> answers(ValidationReport report, AnswerSettings settings) {
    AtomicInteger references = new AtomicInteger();
    return new InterchangeAnswers(
            new AnswerRules(settings), () -> "R" + references.incrementAndGet(), AT)
        .to(report);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String good(String reference) {
    return MsconsText.message(reference, MsconsText.profile(NOON, "220:0.5"));
  }

  private static ValidationReport validate(String interchange) throws IOException {
    return InterchangeValidation.validate(MsconsText.stream(interchange), ReadOptions.DEFAULT);
  }
}

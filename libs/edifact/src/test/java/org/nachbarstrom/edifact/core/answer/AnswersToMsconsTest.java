package org.nachbarstrom.edifact.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.AnswerStructure;
import org.nachbarstrom.edifact.core.MsconsText;
import org.nachbarstrom.edifact.core.ReadOptions;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.aperak.AperakReader;
import org.nachbarstrom.edifact.core.aperak.AperakWriter;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.contrl.ContrlMessage;
import org.nachbarstrom.edifact.core.contrl.ContrlReader;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.validation.InterchangeValidation;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** From an MSCONS to its answers and back to what its sender reads. */
class AnswersToMsconsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
  private static final AnswerRules RULES = new AnswerRules(AnswerSettings.DEFAULT);

  @Test
  void eachMessageGetsItsAperakAndABadOneDoesNotCostItsNeighbours() throws IOException {
    String bad =
        MsconsText.message("M2", MsconsText.profile(NOON, "220:-1")).replace("DOC1", "DOC2");
    ValidationReport report = validate(MsconsText.interchange(good("M1"), bad, good("M3")));
    assertThat(RULES.contrl(report.interchange())).isEqualTo(ContrlAnswer.NONE);
    InterchangeHeader header = report.interchange().header().orElseThrow();
    AperakWriter writer = new AperakWriter(header, "A1", AT);
    for (MessageVerdict verdict : report.messages()) {
      writer.add(answer(report, header, verdict));
    }
    byte[] aperak = writer.finish();
    assertThat(writer.messages()).isEqualTo(3);
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
    assertThat(RULES.contrl(report.interchange())).isEqualTo(ContrlAnswer.REFUSAL);
    byte[] contrl = Contrl.refuse(report.interchange(), "C1", AT);
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

  private static AperakMessage answer(
      ValidationReport report, InterchangeHeader header, MessageVerdict verdict) {
    AnsweredMessage answered =
        AnsweredMessage.of(header, verdict.facts().header(), verdict.facts().documentNumber());
    String number = "D" + verdict.facts().header().reference();
    return switch (RULES.aperak(
        report.interchange(), verdict.facts().header(), verdict.accepted())) {
      case ACKNOWLEDGEMENT -> AperakMessage.acknowledge(answered, number, AT);
      case ERROR -> AperakMessage.refuse(answered, number, AT, verdict.findings());
      case NONE -> throw new AssertionError("an answer is due");
    };
  }

  private static String good(String reference) {
    return MsconsText.message(reference, MsconsText.profile(NOON, "220:0.5"));
  }

  private static ValidationReport validate(String interchange) throws IOException {
    return InterchangeValidation.validate(MsconsText.stream(interchange), ReadOptions.DEFAULT);
  }
}

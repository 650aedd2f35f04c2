package org.nachbarstrom.edifact.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nachbarstrom.edifact.core.Finding;
import org.nachbarstrom.edifact.core.FindingCode;
import org.nachbarstrom.edifact.core.Position;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

class AnswerRulesTest {
  private static final AnswerRules RULES = new AnswerRules(AnswerSettings.DEFAULT);
  private static final AnswerRules ALWAYS =
      new AnswerRules(new AnswerSettings(Sector.ELECTRICITY, true));
  private static final AnswerRules GAS_GLN = new AnswerRules(new AnswerSettings(Sector.GAS, false));

  @Test
  void electricityGetsAContrlOnlyForErrorsUnlessAgreedOtherwise() {
    assertThat(RULES.contrl(right("9900000000029", "500"))).isEqualTo(ContrlAnswer.NONE);
    assertThat(ALWAYS.contrl(right("9900000000029", "500"))).isEqualTo(ContrlAnswer.RECEIPT);
    assertThat(RULES.contrl(wrong("9900000000029", "500"))).isEqualTo(ContrlAnswer.REFUSAL);
  }

  @Test
  void gasAlwaysGetsAContrl() {
    assertThat(RULES.contrl(right("9870000000009", "502"))).isEqualTo(ContrlAnswer.RECEIPT);
    assertThat(RULES.contrl(wrong("9870000000009", "502"))).isEqualTo(ContrlAnswer.REFUSAL);
  }

  @Test
  void sectorOfAGlnIsConfigured() {
    assertThat(RULES.contrl(right("4012345000023", "14"))).isEqualTo(ContrlAnswer.NONE);
    assertThat(GAS_GLN.contrl(right("4012345000023", "14"))).isEqualTo(ContrlAnswer.RECEIPT);
    assertThat(GAS_GLN.contrl(right("9900000000029", "500"))).isEqualTo(ContrlAnswer.NONE);
  }

  @Test
  void missingQualifierIsReplacedByTheStartOfTheCode() {
    assertThat(RULES.sector(header("9870000000009", ""))).isEqualTo(Sector.GAS);
    assertThat(GAS_GLN.sector(header("9900000000029", ""))).isEqualTo(Sector.ELECTRICITY);
  }

  @Test
  void nothingAnswersAContrlOrAnInterchangeWithoutHeader() {
    InterchangeResult control =
        new InterchangeResult(
            Optional.of(header("9870000000009", "502")), 1, List.of(error()), List.of(), true);
    InterchangeResult headless =
        new InterchangeResult(Optional.empty(), 0, List.of(error()), List.of(), false);
    for (InterchangeResult result : List.of(control, headless)) {
      assertThat(ALWAYS.contrl(result)).isEqualTo(ContrlAnswer.NONE);
      assertThat(RULES.aperak(result, message("CONTRL"), false)).isEqualTo(AperakAnswer.NONE);
    }
  }

  @Test
  void electricityGetsBothKindsOfAperakAndGasOnlyErrors() {
    InterchangeResult electricity = right("9900000000029", "500");
    InterchangeResult gas = right("9870000000009", "502");
    MessageHeader mscons = message("MSCONS");
    assertThat(RULES.aperak(electricity, mscons, true)).isEqualTo(AperakAnswer.ACKNOWLEDGEMENT);
    assertThat(RULES.aperak(electricity, mscons, false)).isEqualTo(AperakAnswer.ERROR);
    assertThat(RULES.aperak(gas, mscons, true)).isEqualTo(AperakAnswer.NONE);
    assertThat(RULES.aperak(gas, mscons, false)).isEqualTo(AperakAnswer.ERROR);
  }

  @Test
  void noAperakAnswersAnAperakOrWhatAContrlRefuses() {
    InterchangeResult right = right("9900000000029", "500");
    assertThat(RULES.aperak(right, message("APERAK"), true)).isEqualTo(AperakAnswer.NONE);
    assertThat(RULES.aperak(right, message("APERAK"), false)).isEqualTo(AperakAnswer.NONE);
    InterchangeResult wrong = wrong("9900000000029", "500");
    assertThat(RULES.aperak(wrong, message("MSCONS"), true)).isEqualTo(AperakAnswer.NONE);
    assertThat(RULES.aperak(wrong, message("MSCONS"), false)).isEqualTo(AperakAnswer.NONE);
  }

  private static InterchangeResult right(String recipient, String qualifier) {
    return new InterchangeResult(
        Optional.of(header(recipient, qualifier)), 1, List.of(), List.of(), false);
  }

  private static InterchangeResult wrong(String recipient, String qualifier) {
    return new InterchangeResult(
        Optional.of(header(recipient, qualifier)), 1, List.of(error()), List.of(), false);
  }

  private static Finding error() {
    return new Finding(FindingCode.TRAILER_MISSING, Position.service("UNZ", 0, 0), "no UNZ");
  }

  private static MessageHeader message(String type) {
    return new MessageHeader("M1", type, "D:04B:UN", "2.5");
  }

  private static InterchangeHeader header(String recipient, String qualifier) {
    return new InterchangeHeader(
        "9900000000011", "500", recipient, qualifier, Optional.empty(), "REF1", "TL");
  }
}

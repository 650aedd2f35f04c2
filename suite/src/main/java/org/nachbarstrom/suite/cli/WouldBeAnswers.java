package org.nachbarstrom.suite.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nachbarstrom.edifact.core.answer.AnswerRules;
import org.nachbarstrom.edifact.core.answer.AnswerSettings;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.aperak.AperakWriter;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.validation.MessageVerdict;
import org.nachbarstrom.edifact.core.validation.ValidationReport;

/** The answers a partner would get to an interchange, with references made up from the time. */
final class WouldBeAnswers {
  private static final int DECIMAL_TO_36 = 36;
  private static final AnswerRules RULES = new AnswerRules(AnswerSettings.DEFAULT);

  private WouldBeAnswers() {}

  /** CONTRL first, then APERAK; each an interchange in one line. */
  static List<String> to(ValidationReport report, Instant now) {
    Optional<InterchangeHeader> header = report.interchange().header();
    List<String> answers = new ArrayList<>();
    String stamp = Long.toString(now.getEpochSecond(), DECIMAL_TO_36).toUpperCase(Locale.ROOT);
    contrl(report, "C" + stamp, now).ifPresent(answers::add);
    header.flatMap(known -> aperak(report, known, "A" + stamp, now)).ifPresent(answers::add);
    return answers;
  }

  private static Optional<String> contrl(ValidationReport report, String reference, Instant now) {
    return switch (RULES.contrl(report.interchange())) {
      case NONE -> Optional.empty();
      case RECEIPT -> Optional.of(text(Contrl.confirm(report.interchange(), reference, now)));
      case REFUSAL -> Optional.of(text(Contrl.refuse(report.interchange(), reference, now)));
    };
  }

  private static Optional<String> aperak(
      ValidationReport report, InterchangeHeader header, String reference, Instant now) {
    if (header.preparedAt().isEmpty()) {
      return Optional.empty();
    }
    AperakWriter writer = new AperakWriter(header, reference, now);
    for (MessageVerdict message : report.messages()) {
      String document = reference + "-" + (writer.messages() + 1);
      AnsweredMessage answered =
          AnsweredMessage.of(header, message.facts().header(), message.facts().documentNumber());
      boolean accepted = message.accepted();
      switch (RULES.aperak(report.interchange(), message.facts().header(), accepted)) {
        case NONE -> {
          // Syntax errors are answered by CONTRL, answers by nothing.
        }
        case ACKNOWLEDGEMENT -> writer.add(AperakMessage.acknowledge(answered, document, now));
        case ERROR -> writer.add(AperakMessage.refuse(answered, document, now, message.findings()));
      }
    }
    return writer.messages() == 0 ? Optional.empty() : Optional.of(text(writer.finish()));
  }

  private static String text(byte[] interchange) {
    return new String(interchange, StandardCharsets.ISO_8859_1);
  }
}

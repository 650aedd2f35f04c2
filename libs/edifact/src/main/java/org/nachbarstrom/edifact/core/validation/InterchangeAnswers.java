package org.nachbarstrom.edifact.core.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nachbarstrom.edifact.core.answer.AnswerRules;
import org.nachbarstrom.edifact.core.answer.AperakAnswer;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.aperak.AperakWriter;
import org.nachbarstrom.edifact.core.contrl.Contrl;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.core.interchange.ReferenceSource;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/**
 * The answers one would send to an interchange that was checked.
 *
 * @param rules which answers the sender gets
 * @param references gives the reference of each answer
 * @param at when the answers are made
 */
public record InterchangeAnswers(AnswerRules rules, ReferenceSource references, Instant at) {
  /**
   * The answers, each an interchange in ISO 8859-1: a CONTRL, an APERAK interchange with a message
   * for each message that gets one, or none of them. Document numbers are the reference with a
   * running number.
   */
  public List<byte[]> to(ValidationReport report) {
    List<byte[]> answers = new ArrayList<>();
    InterchangeResult result = report.interchange();
    switch (rules.contrl(result)) {
      case RECEIPT -> answers.add(Contrl.confirm(result, references.next(), at));
      case REFUSAL -> answers.add(Contrl.refuse(result, references.next(), at));
      case NONE -> {}
    }
    result.header().flatMap(header -> aperak(header, report)).ifPresent(answers::add);
    return answers;
  }

  private Optional<byte[]> aperak(InterchangeHeader header, ValidationReport report) {
    List<MessageVerdict> due =
        report.messages().stream()
            .filter(verdict -> answer(report, verdict) != AperakAnswer.NONE)
            .toList();
    if (due.isEmpty()) {
      return Optional.empty();
    }
    String reference = references.next();
    AperakWriter writer = new AperakWriter(header, reference, at);
    for (MessageVerdict verdict : due) {
      MessageFacts facts = verdict.facts();
      AnsweredMessage answered = AnsweredMessage.of(header, facts.header(), facts.documentNumber());
      String number = reference + "-" + (writer.messages() + 1);
      writer.add(
          answer(report, verdict) == AperakAnswer.ERROR
              ? AperakMessage.refuse(answered, number, at, verdict.findings())
              : AperakMessage.acknowledge(answered, number, at));
    }
    return Optional.of(writer.finish());
  }

  private AperakAnswer answer(ValidationReport report, MessageVerdict verdict) {
    return rules.aperak(report.interchange(), verdict.facts().header(), verdict.accepted());
  }
}

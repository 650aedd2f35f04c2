package org.nachbarstrom.edifact.acknowledgement;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.edifact.core.aperak.AnsweredMessage;
import org.nachbarstrom.edifact.core.aperak.AperakMessage;
import org.nachbarstrom.edifact.core.aperak.AperakWriter;
import org.nachbarstrom.edifact.dispatch.Cause;
import org.nachbarstrom.edifact.dispatch.NewInterchange;
import org.nachbarstrom.edifact.dispatch.NewInterchange.NewMessage;

/** Writes the APERAKs to messages of one interchange. */
final class Aperaks {
  private Aperaks() {}

  /** One APERAK per message, numbered by the reference and its place. */
  static NewInterchange write(
      AnsweredInterchange about, String reference, List<JudgedMessage> messages) {
    AperakWriter writer = new AperakWriter(about.header(), reference, about.receivedAt());
    List<NewMessage> names = new ArrayList<>();
    for (JudgedMessage message : messages) {
      int number = names.size() + 1;
      String document = reference + "-" + number;
      writer.add(aperak(about, message, document));
      String object = message.facts().location();
      names.add(new NewMessage(Integer.toString(number), document, "", object));
    }
    return new NewInterchange(
        AnswerPartner.header(about, "APERAK", reference),
        writer.finish(),
        names,
        new Cause(Cause.Kind.RECEIVED_INTERCHANGE, about.id().toString()));
  }

  private static AperakMessage aperak(
      AnsweredInterchange about, JudgedMessage message, String document) {
    AnsweredMessage answered =
        AnsweredMessage.of(
            about.header(), message.facts().header(), message.facts().documentNumber());
    return message.accepted()
        ? AperakMessage.acknowledge(answered, document, about.receivedAt())
        : AperakMessage.refuse(answered, document, about.receivedAt(), message.findings());
  }
}

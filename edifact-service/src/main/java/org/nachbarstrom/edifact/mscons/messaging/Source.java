package org.nachbarstrom.edifact.mscons.messaging;

import java.time.Instant;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mscons.MsconsHead;
import org.nachbarstrom.edifact.mscons.ReceivedContent;

/** Where an event comes from, alike in all of them. */
record Source(Interchange interchange, Message message, Instant receivedAt) {

  record Interchange(String sender, String recipient, String reference) {}

  record Message(
      String reference,
      String documentNumber,
      Instant messageTime,
      String checkIdentifier,
      String version) {}

  static Source of(ReceivedContent received) {
    InterchangeHeader header = received.interchange();
    MsconsHead head = received.content().head();
    return new Source(
        new Interchange(header.sender(), header.recipient(), header.reference()),
        new Message(
            received.facts().header().reference(),
            head.documentNumber(),
            head.messageTime(),
            received.facts().checkIdentifier(),
            received.facts().header().version()),
        received.receivedAt());
  }
}

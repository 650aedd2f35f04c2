package org.nachbarstrom.edifact.interchange.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
import org.nachbarstrom.edifact.interchange.ContentKind;
import org.nachbarstrom.edifact.interchange.ReceivedMessage;

/**
 * Answer about one message; text that was not sent or not read is empty.
 *
 * @param position place in the interchange, from 1
 * @param state ACCEPTED or REJECTED
 * @param reference UNH 0062
 * @param type message type
 * @param version version of the message description
 * @param checkIdentifier Prüfidentifikator
 * @param documentNumber BGM 1004
 * @param accountingPoint LOC+172 as sent; empty if erased
 * @param content what it carries; NONE if it was refused
 * @param values number of values taken
 * @param findings why it was rejected; empty if erased
 * @param findingCount number of findings including those not listed
 */
@Schema(name = "Message")
record MessageView(
    int position,
    String state,
    String reference,
    String type,
    String version,
    String checkIdentifier,
    String documentNumber,
    String accountingPoint,
    ContentKind content,
    int values,
    List<FindingView> findings,
    int findingCount) {

  static MessageView of(ReceivedMessage message) {
    MessageFacts facts = message.facts();
    return new MessageView(
        message.position(),
        message.accepted() ? "ACCEPTED" : "REJECTED",
        facts.header().reference(),
        facts.header().type(),
        facts.header().version(),
        facts.checkIdentifier(),
        facts.documentNumber(),
        facts.location(),
        message.content(),
        message.values(),
        message.findings().stream().map(FindingView::of).toList(),
        message.findingCount());
  }
}

package org.nachbarstrom.edifact.interchange.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nachbarstrom.edifact.interchange.InterchangeFinder.ListedMessage;

/**
 * A message with where it came from.
 *
 * @param interchange our id of its interchange
 * @param sender UNB 0004 of the interchange
 * @param message the message
 */
@Schema(name = "ListedMessage")
record ListedMessageView(UUID interchange, String sender, MessageView message) {
  static ListedMessageView of(ListedMessage listed) {
    return new ListedMessageView(
        listed.interchange(), listed.sender(), MessageView.of(listed.message()));
  }
}

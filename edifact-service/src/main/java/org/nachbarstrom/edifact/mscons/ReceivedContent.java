package org.nachbarstrom.edifact.mscons;

import java.time.Instant;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;
import org.nachbarstrom.edifact.core.mscons.MsconsContent;

/**
 * What an accepted message says, with where it came from.
 *
 * @param interchange UNB of its interchange
 * @param receivedAt when the interchange was received
 * @param facts what names the message
 * @param content what it says
 */
public record ReceivedContent(
    InterchangeHeader interchange, Instant receivedAt, MessageFacts facts, MsconsContent content) {}

package org.nachbarstrom.edifact.mscons;

import java.time.Instant;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mscons.LoadProfile;
import org.nachbarstrom.edifact.core.mscons.MessageFacts;

/**
 * A load profile with where it came from.
 *
 * @param interchange UNB of its interchange
 * @param receivedAt when the interchange was received
 * @param facts what names the message
 * @param profile its values
 */
public record ReceivedProfile(
    InterchangeHeader interchange, Instant receivedAt, MessageFacts facts, LoadProfile profile) {}

package org.nachbarstrom.edifact.core.ahb;

import java.time.Instant;
import org.nachbarstrom.edifact.core.PartnerKnowledge;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.mig.NumberText;

/**
 * What a check has to know besides the message.
 *
 * @param header UNB of its interchange
 * @param latestCreation when the message was made at the latest: when it was received, or when the
 *     interchange was prepared
 * @param partners what is known about market partners
 * @param notation how the interchange writes numbers
 */
public record CheckContext(
    InterchangeHeader header,
    Instant latestCreation,
    PartnerKnowledge partners,
    NumberText.Notation notation) {}

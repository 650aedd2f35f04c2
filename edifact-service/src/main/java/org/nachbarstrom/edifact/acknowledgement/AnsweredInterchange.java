package org.nachbarstrom.edifact.acknowledgement;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.nachbarstrom.edifact.core.answer.AnswerRules;
import org.nachbarstrom.edifact.core.answer.AnswerSettings;
import org.nachbarstrom.edifact.core.answer.Sector;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.InterchangeResult;
import org.nachbarstrom.edifact.partner.ContrlPolicy;
import org.nachbarstrom.edifact.partner.PartnerSnapshot;

/**
 * A received interchange that is answered.
 *
 * @param id our id of it
 * @param result what is known about it after it was read to its end
 * @param receivedAt when it was received, which is also when the answers are made
 * @param partners what is known of its sender
 */
public record AnsweredInterchange(
    UUID id, InterchangeResult result, Instant receivedAt, PartnerSnapshot partners) {
  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{1,35}");

  /** UNB; only called where an answer is due. */
  InterchangeHeader header() {
    return result.header().orElseThrow();
  }

  /** Which answers it gets. */
  AnswerRules rules() {
    boolean always =
        result
            .header()
            .map(unb -> partners.contrlPolicy(unb.sender(), unb.senderQualifier()))
            .filter(policy -> policy == ContrlPolicy.ALWAYS)
            .isPresent();
    return new AnswerRules(new AnswerSettings(Sector.ELECTRICITY, always));
  }

  /** Whether sender and recipient have codes that an answer can be addressed by. */
  boolean addressable() {
    return CODE.matcher(header().sender()).matches()
        && CODE.matcher(header().recipient()).matches();
  }
}

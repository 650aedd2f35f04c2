package org.nachbarstrom.edifact.core.mscons.write;

import java.util.Optional;
import org.nachbarstrom.edifact.core.PartnerKnowledge;
import org.nachbarstrom.edifact.core.interchange.InterchangeLimits;

/**
 * How MSCONS are written.
 *
 * @param limits when another interchange begins
 * @param partners what is known about market partners; rules that depend on the role of the sender
 *     hold where it is known
 * @param contact whom to ask, sent in version 2.4c only
 */
public record WriteOptions(
    InterchangeLimits limits, PartnerKnowledge partners, Optional<SenderContact> contact) {
  /** Default limits, partners unknown, no contact. */
  public static final WriteOptions DEFAULT =
      new WriteOptions(InterchangeLimits.DEFAULT, PartnerKnowledge.NONE, Optional.empty());

  /** The same with other limits. */
  public WriteOptions withLimits(InterchangeLimits other) {
    return new WriteOptions(other, partners, contact);
  }

  /** The same with what is known about partners. */
  public WriteOptions withPartners(PartnerKnowledge known) {
    return new WriteOptions(limits, known, contact);
  }

  /** The same with a contact. */
  public WriteOptions withContact(SenderContact other) {
    return new WriteOptions(limits, partners, Optional.of(other));
  }
}

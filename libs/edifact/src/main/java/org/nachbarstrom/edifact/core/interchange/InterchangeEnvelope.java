package org.nachbarstrom.edifact.core.interchange;

import java.time.Instant;
import org.nachbarstrom.quantities.MarketPartnerCode;

/**
 * What all messages of an interchange to write share: one interchange has one message type and one
 * application reference.
 *
 * @param messageType UNH 0065, for example MSCONS
 * @param applicationReference UNB 0026
 * @param sender who sends it
 * @param recipient who gets it
 * @param createdAt when it is made; sent in UTC by the minute
 * @param test whether it is marked as a test
 */
public record InterchangeEnvelope(
    String messageType,
    ApplicationReference applicationReference,
    MarketPartnerCode sender,
    MarketPartnerCode recipient,
    Instant createdAt,
    boolean test) {
  /** The envelope of MSCONS that are no test. */
  public static InterchangeEnvelope mscons(
      ApplicationReference applicationReference,
      MarketPartnerCode sender,
      MarketPartnerCode recipient,
      Instant createdAt) {
    return new InterchangeEnvelope(
        "MSCONS", applicationReference, sender, recipient, createdAt, false);
  }
}

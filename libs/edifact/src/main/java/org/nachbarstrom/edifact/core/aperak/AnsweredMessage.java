package org.nachbarstrom.edifact.core.aperak;

import java.time.Instant;
import java.util.Optional;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;
import org.nachbarstrom.edifact.core.interchange.MessageHeader;

/**
 * How an APERAK names the message it answers; what it does not name is empty.
 *
 * @param interchangeReference reference of its interchange (RFF+ACE, UNB 0020)
 * @param preparedAt when its interchange was made (DTM+171), to the minute
 * @param documentNumber its document number (RFF+AGO, BGM 1004)
 * @param messageReference its reference (RFF+ACW, UNH 0062); only errors name it
 */
public record AnsweredMessage(
    String interchangeReference,
    Optional<Instant> preparedAt,
    String documentNumber,
    String messageReference) {
  /**
   * A message that was read.
   *
   * @param interchange UNB of its interchange
   * @param message its UNH
   * @param documentNumber its BGM 1004; may be empty
   */
  public static AnsweredMessage of(
      InterchangeHeader interchange, MessageHeader message, String documentNumber) {
    return new AnsweredMessage(
        interchange.reference(), interchange.preparedAt(), documentNumber, message.reference());
  }
}

package org.nachbarstrom.edifact.interchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.edifact.core.interchange.InterchangeHeader;

/** What came of receiving an interchange. */
public sealed interface ReceiveOutcome {
  /**
   * Its syntax is right; each message has its answer.
   *
   * @param interchange what is stored
   * @param messages its messages in order
   */
  record Received(Interchange interchange, List<ReceivedMessage> messages)
      implements ReceiveOutcome {}

  /**
   * Its syntax is broken: nothing was taken, but it can be looked up.
   *
   * @param interchange what is stored
   * @param messages its messages as far as they could be read
   * @param contrl the answer to its sender, where one is due
   */
  record Unreadable(
      Interchange interchange, List<ReceivedMessage> messages, Optional<byte[]> contrl)
      implements ReceiveOutcome {}

  /**
   * The file is gzip and cannot be unpacked within the limits; nothing was stored.
   *
   * @param rejection why
   * @param detail sentence for a person that names the limit
   */
  record NotUnpacked(InterchangeRejection rejection, String detail) implements ReceiveOutcome {}

  /**
   * The sender has used the reference before, or sends the same bytes again; nothing was stored.
   *
   * @param sender the sender
   * @param reference the reference
   * @param earlier the interchange taken then
   */
  record Duplicate(String sender, String reference, UUID earlier) implements ReceiveOutcome {
    static ReceiveOutcome of(InterchangeHeader header, UUID earlier) {
      return new Duplicate(header.sender(), header.reference(), earlier);
    }
  }
}

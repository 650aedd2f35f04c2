package org.nachbarstrom.edifact.core.mscons;

/**
 * Cancels a message (13006, Messwert Storno): its readings or quantities are void until a
 * replacement comes. Load profiles cannot be cancelled, they are sent again.
 *
 * @param head what the message says of itself
 * @param cancelledDocument document number (BGM 1004) of the cancelled message of the same sender
 */
public record Cancellation(MsconsHead head, String cancelledDocument) implements MsconsContent {
  @Override
  public int valueCount() {
    return 0;
  }
}

package org.nachbarstrom.settlement.booking;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch about to be stored.
 *
 * @param previousBatch the batch whose result the differences refer to; absent for the first
 * @param bookings at least one
 */
public record BatchDraft(
    UUID run, ClosingVersion closing, Optional<UUID> previousBatch, List<Booking> bookings) {
  /**
   * A draft.
   *
   * @throws IllegalArgumentException if there is nothing to book
   */
  public BatchDraft {
    if (bookings.isEmpty()) {
      throw new IllegalArgumentException("a batch has at least one booking");
    }
    bookings = List.copyOf(bookings);
  }

  /** Whether it is the first of its closing. */
  public BatchReason reason() {
    return previousBatch.isEmpty() ? BatchReason.FIRST : BatchReason.DIFFERENCE;
  }
}

package org.nachbarstrom.clearing.batch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A booking batch as settlement sent it.
 *
 * @param batch identity
 * @param sequence place in the order of settlement, per tenant, from 1, without gaps
 * @param run settlement run
 * @param reason why it was made, such as {@code FIRST} or {@code CORRECTION}
 * @param previousBatch batch of the earlier version that this one corrects
 * @param closing what was settled
 * @param bookings in the order of settlement
 * @param controlTotals what they add up to
 */
public record ReceivedBatch(
    UUID batch,
    long sequence,
    UUID run,
    String reason,
    Optional<UUID> previousBatch,
    ClosingReference closing,
    List<BookingLine> bookings,
    ControlTotals controlTotals) {
  public ReceivedBatch {
    if (sequence < 1) {
      throw new IllegalArgumentException("The sequence begins with 1: " + sequence);
    }
    bookings = List.copyOf(bookings);
  }
}

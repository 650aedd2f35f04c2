package org.nachbarstrom.clearing.batch;

import java.util.List;
import org.nachbarstrom.clearing.ledger.Booking;

/** What the batch looks like on its own, whatever the ledger holds. */
public sealed interface CheckedBatch {
  /**
   * It is sound.
   *
   * @param bookings in the order received
   */
  record Sound(List<Booking> bookings) implements CheckedBatch {}

  /**
   * It contradicts itself.
   *
   * @param refusal the first contradiction
   */
  record Bad(Refusal refusal) implements CheckedBatch {}
}

package org.nachbarstrom.settlement.booking;

import java.util.UUID;

/** A batch of a closing without its bookings. */
public record BatchSummary(UUID id, UUID run, BatchState state) {
  /** Whether its bookings count as booked. */
  public boolean isBooked() {
    return switch (state) {
      case RELEASED, CLEARED -> true;
      case PREPARED, REFUSED, DISCARDED -> false;
    };
  }
}

package org.nachbarstrom.settlement.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Bookings of one closing version that are cleared together or not at all.
 *
 * @param content what it books and why
 * @param bookings the bookings with their ids, in their order
 * @param status how far it is
 */
public record BookingBatch(
    UUID id, BatchDraft content, List<IdentifiedBooking> bookings, Status status) {
  /**
   * A booking with the id under which clearing knows and proves it.
   *
   * @param id never reused
   */
  public record IdentifiedBooking(UUID id, Booking booking) {}

  /**
   * How far the batch is.
   *
   * @param sequence gap-free number per tenant, from 1 on; given at release
   * @param clearing present once cleared
   * @param refusal present once refused
   */
  public record Status(
      BatchState state,
      Optional<Long> sequence,
      Instant preparedAt,
      Optional<Instant> releasedAt,
      Optional<ClearingFacts> clearing,
      Optional<Refusal> refusal) {}

  /** What it comprises. */
  public BatchTotals totals() {
    return BatchTotals.of(content.bookings());
  }
}

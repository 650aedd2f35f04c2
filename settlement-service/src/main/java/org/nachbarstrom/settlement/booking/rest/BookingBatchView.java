package org.nachbarstrom.settlement.booking.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.booking.BatchReason;
import org.nachbarstrom.settlement.booking.BatchState;
import org.nachbarstrom.settlement.booking.BatchTotals;
import org.nachbarstrom.settlement.booking.Booking;
import org.nachbarstrom.settlement.booking.BookingBatch;
import org.nachbarstrom.settlement.booking.ClearingFacts;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Component;
import org.nachbarstrom.settlement.booking.Refusal;

/** A batch as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BookingBatchView(
    UUID id,
    UUID run,
    BatchState state,
    @Nullable Long sequence,
    BatchReason reason,
    @Nullable UUID previousBatch,
    BookedClosing closing,
    List<BookingView> bookings,
    BatchTotalsView controlTotals,
    Instant preparedAt,
    @Nullable Instant releasedAt,
    @Nullable ClearingFacts clearing,
    @Nullable Refusal problem) {

  /**
   * The closing version that it books.
   *
   * @param from first local day
   * @param to first local day after
   */
  record BookedClosing(
      UUID id, int version, String community, String zone, LocalDate from, LocalDate to) {
    static BookedClosing of(ClosingVersion closing) {
      return new BookedClosing(
          closing.id(),
          closing.version(),
          closing.community(),
          closing.zone().getId(),
          closing.from(),
          closing.to());
    }
  }

  /**
   * A booking.
   *
   * @param from first local day of the price segment
   * @param to first local day after it
   * @param reversed whether it takes back from an earlier booking
   */
  record BookingView(
      UUID booking,
      Component component,
      String accountingPoint,
      String tariff,
      LocalDate from,
      LocalDate to,
      String debit,
      String credit,
      boolean reversed,
      long amountMicroEuro,
      long energyMilliWattHours) {
    static BookingView of(BookingBatch.IdentifiedBooking identified) {
      Booking booking = identified.booking();
      return new BookingView(
          identified.id(),
          booking.key().component(),
          booking.key().accountingPoint().value(),
          booking.key().tariff(),
          booking.key().from(),
          booking.key().to(),
          booking.debit().key(),
          booking.credit().key(),
          booking.reversed(),
          booking.amount().microEuro(),
          booking.energy().milliWattHours());
    }
  }

  /** Count and sums over all bookings. */
  record BatchTotalsView(int bookings, long amountMicroEuro, long energyMilliWattHours) {
    static BatchTotalsView of(BatchTotals totals) {
      return new BatchTotalsView(
          totals.bookings(), totals.amount().microEuro(), totals.energy().milliWattHours());
    }
  }

  static BookingBatchView of(BookingBatch batch) {
    return new BookingBatchView(
        batch.id(),
        batch.content().run(),
        batch.status().state(),
        batch.status().sequence().orElse(null),
        batch.content().reason(),
        batch.content().previousBatch().orElse(null),
        BookedClosing.of(batch.content().closing()),
        batch.bookings().stream().map(BookingView::of).toList(),
        BatchTotalsView.of(batch.totals()),
        batch.status().preparedAt(),
        batch.status().releasedAt().orElse(null),
        batch.status().clearing().orElse(null),
        batch.status().refusal().orElse(null));
  }
}

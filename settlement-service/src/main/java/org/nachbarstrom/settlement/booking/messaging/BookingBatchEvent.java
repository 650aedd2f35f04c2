package org.nachbarstrom.settlement.booking.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.settlement.booking.BatchReason;
import org.nachbarstrom.settlement.booking.BatchTotals;
import org.nachbarstrom.settlement.booking.Booking;
import org.nachbarstrom.settlement.booking.BookingBatch;
import org.nachbarstrom.settlement.booking.ClosingVersion;
import org.nachbarstrom.settlement.booking.Component;

/**
 * The event {@code settlement.booking-batch.v1}.
 *
 * @param sequence gap-free per tenant, from 1 on; clearing posts in this order
 * @param previousBatch to whose result the differences refer; null for a first batch
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BookingBatchEvent(
    UUID batch,
    long sequence,
    UUID run,
    BatchReason reason,
    @Nullable UUID previousBatch,
    ClosingVersion closing,
    List<BookingData> bookings,
    ControlTotalsData controlTotals) {
  static final String ADDRESS = "settlement.booking-batch.v1";

  /** One booking; both amounts are at least 0. */
  record BookingData(
      UUID booking,
      Component component,
      String accountingPoint,
      String debit,
      String credit,
      long amountMicroEuro,
      long energyMilliWattHours) {
    static BookingData of(BookingBatch.IdentifiedBooking identified) {
      Booking booking = identified.booking();
      return new BookingData(
          identified.id(),
          booking.key().component(),
          booking.key().accountingPoint().value(),
          booking.debit().key(),
          booking.credit().key(),
          booking.amount().microEuro(),
          booking.energy().milliWattHours());
    }
  }

  /** Count and sums over all bookings. */
  record ControlTotalsData(int bookings, long amountMicroEuro, long energyMilliWattHours) {
    static ControlTotalsData of(BatchTotals totals) {
      return new ControlTotalsData(
          totals.bookings(), totals.amount().microEuro(), totals.energy().milliWattHours());
    }
  }

  static BookingBatchEvent of(BookingBatch batch) {
    return new BookingBatchEvent(
        batch.id(),
        batch.status().sequence().orElseThrow(),
        batch.content().run(),
        batch.content().reason(),
        batch.content().previousBatch().orElse(null),
        batch.content().closing(),
        batch.bookings().stream().map(BookingData::of).toList(),
        ControlTotalsData.of(batch.totals()));
  }
}

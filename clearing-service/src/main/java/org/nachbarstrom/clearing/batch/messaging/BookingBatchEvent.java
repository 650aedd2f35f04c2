package org.nachbarstrom.clearing.batch.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.BookingLine;
import org.nachbarstrom.clearing.batch.ClosingReference;
import org.nachbarstrom.clearing.batch.ControlTotals;
import org.nachbarstrom.clearing.batch.ReceivedBatch;

/**
 * Body of {@code settlement.booking-batch.v1}, as far as clearing needs it. A missing number must
 * not be read as 0, so every member is required.
 */
record BookingBatchEvent(
    @JsonProperty(required = true) UUID batch,
    @JsonProperty(required = true) long sequence,
    @JsonProperty(required = true) UUID run,
    @JsonProperty(required = true) String reason,
    @Nullable UUID previousBatch,
    @JsonProperty(required = true) Closing closing,
    @JsonProperty(required = true) List<Line> bookings,
    @JsonProperty(required = true) Totals controlTotals) {

  BookingBatchEvent {
    Objects.requireNonNull(batch, "batch");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(closing, "closing");
    Objects.requireNonNull(controlTotals, "controlTotals");
    bookings = List.copyOf(bookings);
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence begins with 1");
    }
  }

  ReceivedBatch toBatch() {
    return new ReceivedBatch(
        batch,
        sequence,
        run,
        reason,
        Optional.ofNullable(previousBatch),
        new ClosingReference(closing.id(), closing.version(), closing.community()),
        bookings.stream().map(Line::toLine).toList(),
        new ControlTotals(
            controlTotals.bookings(),
            controlTotals.amountMicroEuro(),
            controlTotals.energyMilliWattHours()));
  }

  record Closing(
      @JsonProperty(required = true) UUID id,
      @JsonProperty(required = true) int version,
      @JsonProperty(required = true) String community) {
    Closing {
      Objects.requireNonNull(id, "closing.id");
      Objects.requireNonNull(community, "closing.community");
      if (version < 1) {
        throw new IllegalArgumentException("closing.version begins with 1");
      }
    }
  }

  record Line(
      @JsonProperty(required = true) UUID booking,
      @JsonProperty(required = true) String component,
      @JsonProperty(required = true) String accountingPoint,
      @JsonProperty(required = true) String debit,
      @JsonProperty(required = true) String credit,
      @JsonProperty(required = true) long amountMicroEuro,
      @JsonProperty(required = true) long energyMilliWattHours) {
    Line {
      Objects.requireNonNull(booking, "booking");
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(accountingPoint, "accountingPoint");
      Objects.requireNonNull(debit, "debit");
      Objects.requireNonNull(credit, "credit");
    }

    BookingLine toLine() {
      return new BookingLine(
          booking,
          component,
          accountingPoint,
          debit,
          credit,
          amountMicroEuro,
          energyMilliWattHours);
    }
  }

  record Totals(
      @JsonProperty(required = true) long bookings,
      @JsonProperty(required = true) long amountMicroEuro,
      @JsonProperty(required = true) long energyMilliWattHours) {}
}

package org.nachbarstrom.clearing.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.Booking;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/** The rules that a batch must keep on its own. */
public final class BatchRules {
  private BatchRules() {}

  /** Checks that there are bookings, that each is possible and unique, and the control totals. */
  public static CheckedBatch check(ReceivedBatch batch) {
    if (batch.bookings().isEmpty()) {
      return bad(BatchRejection.BATCH_EMPTY, "The batch has no bookings.");
    }
    List<Booking> bookings = new ArrayList<>(batch.bookings().size());
    Set<UUID> seen = new HashSet<>();
    for (BookingLine line : batch.bookings()) {
      if (!seen.add(line.booking())) {
        return bad(
            BatchRejection.BOOKING_REPEATED,
            "The booking " + line.booking() + " occurs twice in the batch.");
      }
      try {
        bookings.add(read(line));
      } catch (IllegalArgumentException impossible) {
        return bad(
            BatchRejection.BOOKING_INVALID,
            "Booking " + line.booking() + ": " + impossible.getMessage() + ".");
      }
    }
    return checkTotals(batch.controlTotals(), bookings);
  }

  private static Booking read(BookingLine line) {
    return new Booking(
        line.booking(),
        line.component(),
        line.accountingPoint(),
        new AccountKey(line.debit()),
        new AccountKey(line.credit()),
        Money.ofMicroEuro(line.amountMicroEuro()),
        Energy.ofMilliWattHours(line.energyMilliWattHours()));
  }

  private static CheckedBatch checkTotals(ControlTotals stated, List<Booking> bookings) {
    ControlTotals actual;
    try {
      actual =
          new ControlTotals(
              bookings.size(),
              bookings.stream().map(Booking::amount).reduce(Money.ZERO, Money::plus).microEuro(),
              bookings.stream()
                  .map(Booking::energy)
                  .reduce(Energy.ZERO, Energy::plus)
                  .milliWattHours());
    } catch (ArithmeticException overflow) {
      return bad(
          BatchRejection.SUM_TOO_LARGE, "The sums of the batch do not fit 63 bits of 10^-6 units.");
    }
    return actual.equals(stated)
        ? new CheckedBatch.Sound(List.copyOf(bookings))
        : bad(
            BatchRejection.CONTROL_TOTALS_WRONG,
            "Stated are " + describe(stated) + ", the bookings are " + describe(actual) + ".");
  }

  private static String describe(ControlTotals totals) {
    return totals.bookings()
        + " bookings, "
        + totals.amountMicroEuro()
        + " micro-euro, "
        + totals.energyMilliWattHours()
        + " milliwatt-hours";
  }

  private static CheckedBatch bad(BatchRejection rejection, String detail) {
    return new CheckedBatch.Bad(Refusal.of(rejection, detail));
  }
}

package org.nachbarstrom.settlement.booking;

import java.util.Collection;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * What a batch comprises, so that clearing can tell that it got all of it.
 *
 * @param bookings how many
 * @param amount sum over all bookings, whatever their direction
 * @param energy sum over all bookings, whatever their direction
 */
public record BatchTotals(int bookings, Money amount, Energy energy) {
  /** Sums up. */
  public static BatchTotals of(Collection<Booking> bookings) {
    Money amount = Money.ZERO;
    Energy energy = Energy.ZERO;
    for (Booking booking : bookings) {
      amount = amount.plus(booking.amount());
      energy = energy.plus(booking.energy());
    }
    return new BatchTotals(bookings.size(), amount, energy);
  }
}

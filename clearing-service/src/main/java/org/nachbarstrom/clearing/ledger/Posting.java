package org.nachbarstrom.clearing.ledger;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nachbarstrom.quantities.Energy;

/**
 * The rules of posting: value and energy of a batch are zero-sum, and you can only give what you
 * have. Worked example: {@code PostingTest.booksTheExampleBatch}.
 */
public final class Posting {
  private Posting() {}

  /**
   * Adds a batch to the balances.
   *
   * @param bookings all bookings of the batch, in any order
   * @param before cumulative sums before the batch; an absent account has none
   */
  public static PostingOutcome of(List<Booking> bookings, Map<AccountKey, Sums> before) {
    SortedMap<AccountKey, Sums> movements = new TreeMap<>();
    for (Booking booking : bookings) {
      try {
        add(movements, booking.debit(), Sums.ofDebit(booking.amount(), booking.energy()));
        add(movements, booking.credit(), Sums.ofCredit(booking.amount(), booking.energy()));
      } catch (ArithmeticException overflow) {
        return new PostingOutcome.TooLarge(booking.debit());
      }
    }
    for (Map.Entry<AccountKey, Sums> movement : movements.entrySet()) {
      AccountKey account = movement.getKey();
      Sums after;
      try {
        after = before.getOrDefault(account, Sums.ZERO).plus(movement.getValue());
      } catch (ArithmeticException overflow) {
        return new PostingOutcome.TooLarge(account);
      }
      if (!account.isGrid() && after.energyBalance().compareTo(Energy.ZERO) < 0) {
        return new PostingOutcome.Overdrawn(account, after.energyReceived(), after.energyGiven());
      }
    }
    try {
      requireZeroSum(movements);
    } catch (ArithmeticException overflow) {
      return new PostingOutcome.TooLarge(movements.firstKey());
    }
    return new PostingOutcome.Balanced(Collections.unmodifiableSortedMap(movements));
  }

  private static void add(SortedMap<AccountKey, Sums> movements, AccountKey account, Sums sums) {
    movements.merge(account, sums, Sums::plus);
  }

  /** Holds by construction; what leaves this class is checked all the same. */
  private static void requireZeroSum(SortedMap<AccountKey, Sums> movements) {
    Sums total = movements.values().stream().reduce(Sums.ZERO, Sums::plus);
    if (!total.valueDebit().equals(total.valueCredit())
        || !total.energyReceived().equals(total.energyGiven())) {
      throw new IllegalStateException("A batch is not zero-sum: " + total);
    }
  }
}

package org.nachbarstrom.settlement.booking;

import java.util.List;
import org.nachbarstrom.quantities.Energy;

/**
 * An account that would have given more energy than it got. Only the grid's may.
 *
 * <p>Checking the positions of one closing is enough: the balance of an account is the sum of its
 * closings, and difference bookings bring each closing to its positions.
 *
 * @param missing above 0
 */
public record Overdraft(Account account, Energy missing) {
  /** All overdrafts that these positions of a closing would leave, by account. */
  public static List<Overdraft> of(Positions positions) {
    return positions.energyBalances().entrySet().stream()
        .filter(balance -> !balance.getKey().isGrid() && balance.getValue().isNegative())
        .map(balance -> new Overdraft(balance.getKey(), balance.getValue().negate()))
        .toList();
  }
}

package org.nachbarstrom.settlement.booking;

import org.nachbarstrom.quantities.AccountingPointId;
import org.nachbarstrom.settlement.party.PartyId;

/**
 * An account by its key: {@code GRID} or {@code <accounting point>/<party>}.
 *
 * @param key not empty
 */
public record Account(String key) implements Comparable<Account> {
  /** The residual supplier and grid side, one per tenant; it alone may give more than it got. */
  public static final Account GRID = new Account("GRID");

  /** The account of a point as long as this party pays for it. */
  public static Account of(AccountingPointId point, PartyId party) {
    return new Account(point.value() + "/" + party.value());
  }

  /** Whether it is the grid's. */
  public boolean isGrid() {
    return equals(GRID);
  }

  @Override
  public int compareTo(Account other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key;
  }
}

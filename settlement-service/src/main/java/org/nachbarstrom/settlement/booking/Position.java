package org.nachbarstrom.settlement.booking;

import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * Energy and money between the two accounts of a {@link PositionKey}, positive in its direction.
 *
 * @param energy from credit to debit; negative: back
 * @param amount from debit to credit; negative: back, as a negative price makes it
 */
public record Position(Energy energy, Money amount) {
  /** Nothing. */
  public static final Position ZERO = new Position(Energy.ZERO, Money.ZERO);

  /** The sum of both. */
  public Position plus(Position other) {
    return new Position(energy.plus(other.energy), amount.plus(other.amount));
  }

  /** The same the other way round. */
  public Position negate() {
    return new Position(energy.negate(), amount.negate());
  }

  /** Whether neither energy nor money is in it. */
  public boolean isZero() {
    return energy.isZero() && amount.isZero();
  }
}

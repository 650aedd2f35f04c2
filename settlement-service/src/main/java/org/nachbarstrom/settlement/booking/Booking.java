package org.nachbarstrom.settlement.booking;

import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * One movement between two accounts, zero-sum because it names both.
 *
 * @param key the position it changes
 * @param reversed whether it takes back: debit and credit of the key are swapped
 * @param energy at least 0, from {@link #credit()} to {@link #debit()}
 * @param amount at least 0, owed by {@link #debit()} to {@link #credit()}
 */
public record Booking(PositionKey key, boolean reversed, Energy energy, Money amount) {
  /**
   * A booking.
   *
   * @throws IllegalArgumentException if an amount is negative or both are zero
   */
  public Booking {
    if (energy.isNegative() || amount.isNegative()) {
      throw new IllegalArgumentException("a booking is never negative: " + energy + ", " + amount);
    }
    if (energy.isZero() && amount.isZero()) {
      throw new IllegalArgumentException("a booking moves energy or money: " + key);
    }
  }

  /** Receives the energy and owes the money. */
  public Account debit() {
    return reversed ? key.credit() : key.debit();
  }

  /** Gives the energy and is owed the money. */
  public Account credit() {
    return reversed ? key.debit() : key.credit();
  }

  /** How it changes its position. */
  public Position effect() {
    Position moved = new Position(energy, amount);
    return reversed ? moved.negate() : moved;
  }
}

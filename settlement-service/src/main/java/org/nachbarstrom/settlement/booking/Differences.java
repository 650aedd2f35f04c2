package org.nachbarstrom.settlement.booking;

import java.util.ArrayList;
import java.util.List;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * The bookings that lead from what is booked to what should be. Nothing is booked for a position
 * that already stands right; a lower one is booked the other way round; where energy and money
 * change in opposite directions it takes two bookings. Both hold for a negative price too.
 */
public final class Differences {
  private Differences() {}

  /**
   * Bookings in the order of their keys.
   *
   * @param target where all positions of the closing should stand
   * @param booked where they stand
   * @return empty if nothing differs
   */
  public static List<Booking> between(Positions target, Positions booked) {
    List<Booking> bookings = new ArrayList<>();
    target.minus(booked).byKey().forEach((key, change) -> add(bookings, key, change));
    return List.copyOf(bookings);
  }

  private static void add(List<Booking> bookings, PositionKey key, Position change) {
    boolean energyBack = change.energy().isNegative();
    boolean amountBack = change.amount().isNegative();
    Energy energy = energyBack ? change.energy().negate() : change.energy();
    Money amount = amountBack ? change.amount().negate() : change.amount();
    boolean together = energyBack == amountBack || energy.isZero() || amount.isZero();
    if (together) {
      bookings.add(new Booking(key, energyBack || amountBack, energy, amount));
    } else {
      bookings.add(new Booking(key, energyBack, energy, Money.ZERO));
      bookings.add(new Booking(key, amountBack, Energy.ZERO, amount));
    }
  }
}

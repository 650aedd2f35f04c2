package org.nachbarstrom.settlement.booking;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nachbarstrom.quantities.Energy;

/** Positions by key, in the order of the keys; a key that is absent stands at zero. */
public final class Positions {
  /** No position. */
  public static final Positions NONE = new Positions(new TreeMap<>());

  private final SortedMap<PositionKey, Position> byKey;

  private Positions(SortedMap<PositionKey, Position> byKey) {
    byKey.values().removeIf(Position::isZero);
    this.byKey = java.util.Collections.unmodifiableSortedMap(byKey);
  }

  /** Where one thing stands. */
  public static Positions of(PositionKey key, Position position) {
    return new Positions(new TreeMap<>(java.util.Map.of(key, position)));
  }

  /** The sum of all, key by key. */
  public static Positions sum(Collection<Positions> parts) {
    SortedMap<PositionKey, Position> sum = new TreeMap<>();
    parts.forEach(part -> part.byKey.forEach((key, p) -> sum.merge(key, p, Position::plus)));
    return new Positions(sum);
  }

  /** Where things stand after these bookings, beginning from nothing. */
  public static Positions after(Collection<Booking> bookings) {
    SortedMap<PositionKey, Position> sum = new TreeMap<>();
    bookings.forEach(booking -> sum.merge(booking.key(), booking.effect(), Position::plus));
    return new Positions(sum);
  }

  /** What must be added to the other to get here. */
  public Positions minus(Positions other) {
    SortedMap<PositionKey, Position> difference = new TreeMap<>(byKey);
    other.byKey.forEach((key, p) -> difference.merge(key, p.negate(), Position::plus));
    return new Positions(difference);
  }

  /** All positions that are not zero, in order. */
  public SortedMap<PositionKey, Position> byKey() {
    return byKey;
  }

  /** Energy received less energy given of each account, the grid's included. */
  public SortedMap<Account, Energy> energyBalances() {
    SortedMap<Account, Energy> balances = new TreeMap<>();
    byKey.forEach((key, position) -> {
      balances.merge(key.debit(), position.energy(), Energy::plus);
      balances.merge(key.credit(), position.energy().negate(), Energy::plus);
    });
    return balances;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Positions positions && byKey.equals(positions.byKey);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return byKey.toString();
  }
}

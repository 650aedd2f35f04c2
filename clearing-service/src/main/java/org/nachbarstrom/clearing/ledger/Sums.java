package org.nachbarstrom.clearing.ledger;

import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * Gross sums of an account over some bookings. None is negative; a correction is a booking the
 * other way round and grows the other side.
 *
 * @param valueDebit value it owes
 * @param valueCredit value it is owed
 * @param energyReceived energy it received
 * @param energyGiven energy it gave
 */
public record Sums(Money valueDebit, Money valueCredit, Energy energyReceived, Energy energyGiven) {
  /** Nothing booked. */
  public static final Sums ZERO = new Sums(Money.ZERO, Money.ZERO, Energy.ZERO, Energy.ZERO);

  public Sums {
    if (valueDebit.isNegative()
        || valueCredit.isNegative()
        || energyReceived.isNegative()
        || energyGiven.isNegative()) {
      throw new IllegalArgumentException("A gross sum is negative");
    }
  }

  /** Sums of plain counts: 10⁻⁶ EUR and 10⁻⁶ kWh. */
  public static Sums ofCounts(long debit, long credit, long received, long given) {
    return new Sums(
        Money.ofMicroEuro(debit),
        Money.ofMicroEuro(credit),
        Energy.ofMilliWattHours(received),
        Energy.ofMilliWattHours(given));
  }

  /** What a booking does to its debit account. */
  public static Sums ofDebit(Money amount, Energy energy) {
    return new Sums(amount, Money.ZERO, energy, Energy.ZERO);
  }

  /** What a booking does to its credit account. */
  public static Sums ofCredit(Money amount, Energy energy) {
    return new Sums(Money.ZERO, amount, Energy.ZERO, energy);
  }

  /**
   * Both together.
   *
   * @throws ArithmeticException if a sum does not fit
   */
  public Sums plus(Sums other) {
    return new Sums(
        valueDebit.plus(other.valueDebit),
        valueCredit.plus(other.valueCredit),
        energyReceived.plus(other.energyReceived),
        energyGiven.plus(other.energyGiven));
  }

  /** Credit less debit: positive if the account is owed money, negative if it owes. */
  public Money valueBalance() {
    return valueCredit.minus(valueDebit);
  }

  /** Received less given. */
  public Energy energyBalance() {
    return energyReceived.minus(energyGiven);
  }
}

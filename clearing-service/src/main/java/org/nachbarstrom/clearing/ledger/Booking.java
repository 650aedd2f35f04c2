package org.nachbarstrom.clearing.ledger;

import java.util.UUID;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/**
 * Moves value and energy between two accounts: the credit account gives the energy and is owed the
 * money, the debit account receives the energy and owes the money.
 *
 * @param id identity, unique within a tenant for ever
 * @param component what it is for, such as {@code SHARED_ENERGY}
 * @param accountingPoint point that caused it
 * @param debit receives the energy, owes the money
 * @param credit gives the energy, is owed the money; not the debit account
 * @param amount ≥ 0
 * @param energy ≥ 0
 */
public record Booking(
    UUID id,
    String component,
    String accountingPoint,
    AccountKey debit,
    AccountKey credit,
    Money amount,
    Energy energy) {
  public Booking {
    if (debit.equals(credit)) {
      throw new IllegalArgumentException("Debit and credit are the same account: " + debit);
    }
    if (amount.isNegative()) {
      throw new IllegalArgumentException("The amount is negative: " + amount);
    }
    if (energy.isNegative()) {
      throw new IllegalArgumentException("The energy is negative: " + energy);
    }
  }
}

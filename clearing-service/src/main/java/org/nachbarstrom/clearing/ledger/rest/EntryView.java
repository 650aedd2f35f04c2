package org.nachbarstrom.clearing.ledger.rest;

import java.time.Instant;
import java.util.UUID;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.JournalEntry;

/**
 * An entry seen from one of its accounts; amounts in 10⁻⁶ EUR, energies in 10⁻⁶ kWh.
 *
 * @param side of the account asked for
 * @param counterAccount number of the account on the other side
 * @param counterKey what that one is for
 */
record EntryView(
    UUID booking,
    UUID batch,
    String component,
    String accountingPoint,
    Side side,
    String counterAccount,
    String counterKey,
    long amountMicroEuro,
    long energyMilliWattHours,
    Instant postedAt) {

  /** Debit receives the energy and owes the money, credit gives the energy and is owed it. */
  enum Side {
    DEBIT,
    CREDIT
  }

  static EntryView of(AccountNumber account, JournalEntry entry) {
    boolean debit = entry.debit().equals(account);
    return new EntryView(
        entry.booking().id(),
        entry.batch(),
        entry.booking().component(),
        entry.booking().accountingPoint(),
        debit ? Side.DEBIT : Side.CREDIT,
        (debit ? entry.credit() : entry.debit()).value(),
        (debit ? entry.booking().credit() : entry.booking().debit()).value(),
        entry.booking().amount().microEuro(),
        entry.booking().energy().milliWattHours(),
        entry.postedAt());
  }
}

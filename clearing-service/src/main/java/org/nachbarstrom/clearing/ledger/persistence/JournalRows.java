package org.nachbarstrom.clearing.ledger.persistence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.nachbarstrom.clearing.ledger.Account;
import org.nachbarstrom.clearing.ledger.AccountBalance;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Booking;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Movement;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.quantities.Energy;
import org.nachbarstrom.quantities.Money;

/** Rows of the ledger's tables as records. */
final class JournalRows {
  static final String ENTRIES =
      """
      select e.position, e.booking, e.batch, e.component, e.accounting_point,
             e.debit, d.key as debit_key, e.credit, c.key as credit_key,
             e.amount_micro_euro, e.energy_mwh, e.posted_at
        from journal_entry e
        join account d on d.number = e.debit
        join account c on c.number = e.credit
      """;

  static final String BALANCES =
      """
      select a.number, a.key, a.opened_at, coalesce(b.value_debit, 0) as value_debit,
             coalesce(b.value_credit, 0) as value_credit,
             coalesce(b.energy_received, 0) as energy_received,
             coalesce(b.energy_given, 0) as energy_given
        from account a
        left join account_balance b on b.tenant = a.tenant and b.account = a.number
      """;

  static final String RECOMPUTED =
      """
      select a.number, a.key, a.opened_at,
             d.value as value_debit, c.value as value_credit,
             d.energy as energy_received, c.energy as energy_given
        from account a,
             lateral (select coalesce(sum(amount_micro_euro), 0)::bigint as value,
                             coalesce(sum(energy_mwh), 0)::bigint as energy
                        from journal_entry where debit = a.number and position <= $1) d,
             lateral (select coalesce(sum(amount_micro_euro), 0)::bigint as value,
                             coalesce(sum(energy_mwh), 0)::bigint as energy
                        from journal_entry where credit = a.number and position <= $1) c
       where a.key collate "C" > $2
       order by a.key collate "C" limit $3
      """;

  private JournalRows() {}

  static JournalEntry entry(Row row) {
    Booking booking =
        new Booking(
            row.getUUID("booking"),
            row.getString("component"),
            row.getString("accounting_point"),
            new AccountKey(row.getString("debit_key")),
            new AccountKey(row.getString("credit_key")),
            Money.ofMicroEuro(row.getLong("amount_micro_euro")),
            Energy.ofMilliWattHours(row.getLong("energy_mwh")));
    return new JournalEntry(
        row.getLong("position"),
        booking,
        new AccountNumber(row.getString("debit")),
        new AccountNumber(row.getString("credit")),
        row.getUUID("batch"),
        instant(row, "posted_at"));
  }

  static AccountBalance balance(Row row) {
    Account account =
        new Account(
            new AccountNumber(row.getString("number")),
            new AccountKey(row.getString("key")),
            instant(row, "opened_at"));
    return new AccountBalance(account, sums(row));
  }

  static Movement movement(Row row) {
    return new Movement(new AccountNumber(row.getString("account")), sums(row));
  }

  static Sums sums(Row row) {
    return Sums.ofCounts(
        row.getLong("value_debit"),
        row.getLong("value_credit"),
        row.getLong("energy_received"),
        row.getLong("energy_given"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}

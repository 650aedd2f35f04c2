package org.nachbarstrom.clearing.ledger.persistence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.nachbarstrom.clearing.ledger.Account;
import org.nachbarstrom.clearing.ledger.AccountBalance;
import org.nachbarstrom.clearing.ledger.AccountKey;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.AccountNumbers;
import org.nachbarstrom.clearing.ledger.Booking;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Ledger;
import org.nachbarstrom.clearing.ledger.LedgerTotals;
import org.nachbarstrom.clearing.ledger.Movement;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.support.persistence.Sql;
import org.nachbarstrom.support.tenancy.Tenant;

/** The ledger in PostgreSQL. Row-level security limits every statement to the current tenant. */
@ApplicationScoped
class PostgresLedger implements Ledger {
  private static final String TENANT = "current_setting('nachbarstrom.tenant')";

  private static final String INSERT_ENTRIES =
      """
      insert into journal_entry (tenant, booking, batch, component, accounting_point, debit, credit,
                                 amount_micro_euro, energy_mwh, posted_at)
      select current_setting('nachbarstrom.tenant'), b.booking, $1, b.component, b.point, b.debit,
             b.credit, b.amount, b.energy, $2
        from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                    $9::bigint[])
             with ordinality as b(booking, component, point, debit, credit, amount, energy, place)
       order by b.place
      """;

  private static final String INSERT_MOVEMENTS =
      """
      insert into movement (tenant, batch, account, value_debit, value_credit, energy_received,
                            energy_given)
      select current_setting('nachbarstrom.tenant'), $1, m.*
        from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) as m
      """;

  // An upsert would check the proposed row alone, which may give more than it receives.
  private static final String OPEN_BALANCES =
      """
      insert into account_balance (tenant, account, grid, value_debit, value_credit,
                                   energy_received, energy_given)
      select m.tenant, m.account, a.key = 'GRID', 0, 0, 0, 0
        from movement m join account a on a.number = m.account
       where m.batch = $1
      on conflict (tenant, account) do nothing
      """;

  private static final String ADD_TO_BALANCES =
      """
      update account_balance b
         set value_debit = b.value_debit + m.value_debit,
             value_credit = b.value_credit + m.value_credit,
             energy_received = b.energy_received + m.energy_received,
             energy_given = b.energy_given + m.energy_given
        from movement m
       where m.batch = $1 and b.tenant = m.tenant and b.account = m.account
      """;

  private final Sql sql;
  private final AccountRepository accounts;
  private final AccountNumbers numbers;

  PostgresLedger(Sql sql, AccountRepository accounts, AccountNumbers numbers) {
    this.sql = sql;
    this.accounts = accounts;
    this.numbers = numbers;
  }

  @Override
  public Uni<Map<AccountKey, Account>> open(Collection<AccountKey> keys, Instant now) {
    return accounts
        .list("key in ?1", keys.stream().map(AccountKey::value).toList())
        .chain(known -> {
          Map<AccountKey, Account> all =
              new HashMap<>(
                  known.stream()
                      .map(AccountEntity::toAccount)
                      .collect(toMap(Account::key, identity())));
          List<Account> missing =
              new TreeSet<>(keys)
                  .stream()
                      .filter(key -> !all.containsKey(key))
                      .map(key -> new Account(numbers.next(), key, now))
                      .toList();
          missing.forEach(account -> all.put(account.key(), account));
          return missing.isEmpty()
              ? Uni.createFrom().item(all)
              : tenant()
                  .chain(tenant ->
                      accounts.persist(
                          missing.stream().map(account -> AccountEntity.of(tenant, account))))
                  .replaceWith(all);
        });
  }

  private Uni<Tenant> tenant() {
    return sql.query("select " + TENANT + " as tenant")
        .map(rows -> new Tenant(rows.getFirst().getString("tenant")));
  }

  @Override
  public Uni<Map<AccountKey, Sums>> balances(Collection<AccountKey> keys) {
    String[] wanted = keys.stream().map(AccountKey::value).toArray(String[]::new);
    return sql.query(JournalRows.BALANCES + " where a.key = any($1)", (Object) wanted)
        .map(rows ->
            rows.stream()
                .map(JournalRows::balance)
                .collect(toMap(balance -> balance.account().key(), AccountBalance::sums)));
  }

  @Override
  public Uni<Optional<UUID>> firstPosted(List<UUID> bookings) {
    return sql.query(
            """
            select e.booking from journal_entry e
             where e.booking = any($1::uuid[])
             order by array_position($1::uuid[], e.booking) limit 1
            """,
            (Object) bookings.toArray(UUID[]::new))
        .map(rows -> rows.stream().findFirst().map(row -> row.getUUID("booking")));
  }

  @Override
  public Uni<Void> post(
      UUID batch,
      List<Booking> bookings,
      SortedMap<AccountKey, Sums> movements,
      Map<AccountKey, Account> accounts,
      Instant now) {
    Function<AccountKey, String> number = key -> known(accounts, key).number().value();
    OffsetDateTime postedAt = now.atOffset(ZoneOffset.UTC);
    return sql.execute(
            INSERT_ENTRIES,
            batch,
            postedAt,
            bookings.stream().map(Booking::id).toArray(UUID[]::new),
            texts(bookings, Booking::component),
            texts(bookings, Booking::accountingPoint),
            texts(bookings, booking -> number.apply(booking.debit())),
            texts(bookings, booking -> number.apply(booking.credit())),
            counts(bookings, booking -> booking.amount().microEuro()),
            counts(bookings, booking -> booking.energy().milliWattHours()))
        .chain(done -> insertMovements(batch, movements, number))
        .chain(done -> sql.execute(OPEN_BALANCES, batch))
        .chain(done -> sql.execute(ADD_TO_BALANCES, batch))
        .replaceWithVoid();
  }

  private Uni<Integer> insertMovements(
      UUID batch, SortedMap<AccountKey, Sums> movements, Function<AccountKey, String> number) {
    List<Sums> sums = List.copyOf(movements.values());
    return sql.execute(
        INSERT_MOVEMENTS,
        batch,
        texts(movements.keySet(), number),
        counts(sums, sum -> sum.valueDebit().microEuro()),
        counts(sums, sum -> sum.valueCredit().microEuro()),
        counts(sums, sum -> sum.energyReceived().milliWattHours()),
        counts(sums, sum -> sum.energyGiven().milliWattHours()));
  }

  private static Account known(Map<AccountKey, Account> accounts, AccountKey key) {
    Account account = accounts.get(key);
    if (account == null) {
      throw new IllegalArgumentException("The account is not open: " + key);
    }
    return account;
  }

  private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
    return items.stream().map(text).toArray(String[]::new);
  }

  private static <T> Long[] counts(Collection<T> items, ToLongFunction<T> count) {
    return items.stream().map(count::applyAsLong).toArray(Long[]::new);
  }

  @Override
  public Uni<Optional<AccountBalance>> balance(AccountNumber number) {
    return sql.query(JournalRows.BALANCES + " where a.number = $1", number.value())
        .map(rows -> rows.stream().findFirst().map(JournalRows::balance));
  }

  @Override
  public Uni<List<AccountBalance>> balances(String after, int limit) {
    return sql.query(
            JournalRows.BALANCES
                + " where a.key collate \"C\" > $1 order by a.key collate \"C\" limit $2",
            after,
            limit)
        .map(rows -> rows.stream().map(JournalRows::balance).toList());
  }

  @Override
  public Uni<List<AccountBalance>> recomputed(long upTo, String after, int limit) {
    return sql.query(JournalRows.RECOMPUTED, upTo, after, limit)
        .map(rows -> rows.stream().map(JournalRows::balance).toList());
  }

  @Override
  public Uni<LedgerTotals> totals() {
    return sql.query(
            """
            select (select count(*) from account) as accounts,
                   coalesce(sum(value_debit), 0)::bigint as value_debit,
                   coalesce(sum(value_credit), 0)::bigint as value_credit,
                   coalesce(sum(energy_received), 0)::bigint as energy_received,
                   coalesce(sum(energy_given), 0)::bigint as energy_given
              from account_balance
            """)
        .map(rows -> {
          Row row = rows.getFirst();
          return new LedgerTotals(row.getLong("accounts"), JournalRows.sums(row));
        });
  }

  @Override
  public Uni<List<JournalEntry>> entries(AccountNumber account, long after, int limit) {
    return entries(
        " where (e.debit = $1 or e.credit = $1) and e.position > $2 order by e.position limit $3",
        account.value(),
        after,
        limit);
  }

  @Override
  public Uni<Optional<JournalEntry>> entry(UUID booking) {
    return entries(" where e.booking = $1", booking).map(entries -> entries.stream().findFirst());
  }

  @Override
  public Uni<List<JournalEntry>> entriesOf(UUID batch) {
    return entries(" where e.batch = $1 order by e.position", batch);
  }

  private Uni<List<JournalEntry>> entries(String condition, Object... parameters) {
    return sql.query(JournalRows.ENTRIES + condition, parameters)
        .map(rows -> rows.stream().map(JournalRows::entry).toList());
  }

  @Override
  public Uni<List<Movement>> movementsOf(UUID batch) {
    return sql.query(
            "select * from movement where batch = $1 order by account collate \"C\"", batch)
        .map(rows -> rows.stream().map(JournalRows::movement).toList());
  }
}

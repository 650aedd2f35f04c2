package org.nachbarstrom.clearing.ledger;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** The accounts and the journal of the tenant of the current transaction. */
public interface Ledger {
  /**
   * Opens the accounts that do not exist yet.
   *
   * @param keys wanted accounts; with {@link AccountKey#GRID} if the ledger is new
   * @return the accounts of all keys
   */
  Uni<Map<AccountKey, Account>> open(Collection<AccountKey> keys, Instant now);

  /** Cumulative sums of the accounts; those that do not exist are absent. */
  Uni<Map<AccountKey, Sums>> balances(Collection<AccountKey> keys);

  /** The first booking, in the order asked, that is in the journal already. */
  Uni<Optional<UUID>> firstPosted(List<UUID> bookings);

  /**
   * Writes the journal and adds the movements to the balances.
   *
   * @param batch batch of the bookings, which becomes posted in the same transaction
   * @param bookings in the order they are to have
   * @param movements what {@link Posting} made of them
   * @param accounts accounts of all keys
   */
  Uni<Void> post(
      UUID batch,
      List<Booking> bookings,
      SortedMap<AccountKey, Sums> movements,
      Map<AccountKey, Account> accounts,
      Instant now);

  /** An account with its balance. */
  Uni<Optional<AccountBalance>> balance(AccountNumber number);

  /**
   * Accounts in the order of their keys.
   *
   * @param after key after which to begin; empty for the beginning
   * @param limit at most so many
   */
  Uni<List<AccountBalance>> balances(String after, int limit);

  /**
   * All accounts in the order of their keys with sums that are added up from the journal again.
   *
   * @param upTo position of the last entry that counts
   * @param after key after which to begin; empty for the beginning
   * @param limit at most so many
   */
  Uni<List<AccountBalance>> recomputed(long upTo, String after, int limit);

  /** Sums over all accounts. */
  Uni<LedgerTotals> totals();

  /**
   * Entries of an account in the order of the journal.
   *
   * @param after position after which to begin; 0 for the beginning
   * @param limit at most so many
   */
  Uni<List<JournalEntry>> entries(AccountNumber account, long after, int limit);

  /** The entry of a booking. */
  Uni<Optional<JournalEntry>> entry(UUID booking);

  /** All entries of a batch in the order of the journal. */
  Uni<List<JournalEntry>> entriesOf(UUID batch);

  /** Movements of a posted batch in the order of the account numbers. */
  Uni<List<Movement>> movementsOf(UUID batch);
}

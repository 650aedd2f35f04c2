package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.ledger.AccountBalance;
import org.nachbarstrom.clearing.ledger.JournalEntry;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.support.problem.ProblemException;
import org.nachbarstrom.support.tenancy.Tenant;

/**
 * Compares the chain with the journal: the contract as a whole, every anchored batch with a root
 * computed anew, every account's cumulative sums added up anew; and the running balances with the
 * journal. It stops at the first difference and raises an alarm in the log.
 */
@ApplicationScoped
public class Reconcile {
  private static final Logger LOG = Logger.getLogger(Reconcile.class);
  private static final int BATCHES_AT_ONCE = 20;
  private static final int ACCOUNTS_AT_ONCE = 200;

  private final Books books;
  private final Chain chain;
  private final ContractStore contracts;
  private final ReconciliationStore reconciliations;
  private final Clock clock;

  Reconcile(
      Books books,
      Chain chain,
      ContractStore contracts,
      ReconciliationStore reconciliations,
      Clock clock) {
    this.books = books;
    this.chain = chain;
    this.contracts = contracts;
    this.reconciliations = reconciliations;
    this.clock = clock;
  }

  /**
   * Compares and keeps the result, in the transaction of the tenant. The chain stands still
   * meanwhile.
   *
   * @return fails with {@link ChainRejection#NO_CONTRACT} if nothing was ever anchored, with {@link
   *     ChainRejection#CHAIN_UNREACHABLE} if the node is away
   */
  public Uni<Reconciliation> reconcile(Tenant tenant) {
    return contracts
        .lockChain()
        .chain(locked -> contracts.find())
        .chain(deployment ->
            switch (deployment) {
              case Deployment.Deployed deployed -> compare(deployed.contract());
              case Deployment.Planned planned -> throw nothingAnchored();
              case Deployment.None none -> throw nothingAnchored();
            })
        .invoke(result ->
            result
                .difference()
                .ifPresent(found ->
                    LOG.errorf("Ledger of %s differs from its witness: %s", tenant.id(), found)))
        .call(reconciliations::add);
  }

  private static ProblemException nothingAnchored() {
    return new ProblemException(
        ChainRejection.NO_CONTRACT, "No batch of this tenant is on the chain yet.");
  }

  private Uni<Reconciliation> compare(Contract contract) {
    return chain
        .state(contract)
        .chain(state ->
            books
                .batches()
                .counts()
                .map(counts -> Comparison.contract(contract, state, counts.anchored()))
                .map(difference -> new Progress(contract, 0, 0, 0, 0, difference))
                .chain(progress -> compareBatches(progress, 0))
                .chain(progress -> compareAccounts(progress, ""))
                .map(progress -> result(progress, state)));
  }

  private Reconciliation result(Progress progress, ContractState state) {
    return new Reconciliation(
        UUID.randomUUID(),
        clock.instant(),
        state.blockNumber(),
        progress.batches(),
        progress.accounts(),
        progress.difference());
  }

  private Uni<Progress> compareBatches(Progress before, long after) {
    if (before.difference().isPresent()) {
      return Uni.createFrom().item(before);
    }
    return books
        .batches()
        .anchored(after, BATCHES_AT_ONCE)
        .chain(found -> {
          Uni<Progress> progress = Uni.createFrom().item(before);
          for (BatchRecord batch : found) {
            progress = progress.chain(so -> compareBatch(so, batch));
          }
          return found.size() < BATCHES_AT_ONCE
              ? progress
              : progress.chain(so -> compareBatches(so, so.ledgerSequence()));
        });
  }

  private Uni<Progress> compareBatch(Progress before, BatchRecord batch) {
    if (before.difference().isPresent()
        || !(batch.progress() instanceof BatchProgress.Anchored anchored)) {
      return Uni.createFrom().item(before);
    }
    return books
        .ledger()
        .entriesOf(batch.id())
        .chain(entries ->
            books
                .root(entries)
                .chain(root ->
                    chain
                        .batch(before.contract(), batch.id())
                        .map(held -> Comparison.batch(batch, anchored, root, entries.size(), held)))
                .map(difference ->
                    before.withBatch(anchored.ledgerSequence(), last(entries), difference)));
  }

  private static long last(List<JournalEntry> entries) {
    return entries.isEmpty() ? 0 : entries.getLast().position();
  }

  private Uni<Progress> compareAccounts(Progress before, String after) {
    if (before.difference().isPresent()) {
      return Uni.createFrom().item(before);
    }
    return books
        .ledger()
        .recomputed(before.position(), after, ACCOUNTS_AT_ONCE)
        .chain(anchored -> compareWithChain(before, anchored))
        .chain(progress -> compareBalances(progress, after))
        .chain(page ->
            page.next().isEmpty()
                ? Uni.createFrom().item(page.progress())
                : compareAccounts(page.progress(), page.next().get()));
  }

  private Uni<Progress> compareWithChain(Progress before, List<AccountBalance> anchored) {
    return chain
        .sums(
            before.contract(),
            anchored.stream().map(balance -> balance.account().number()).toList())
        .map(held -> {
          Progress progress = before;
          for (int i = 0; i < held.size() && progress.difference().isEmpty(); i++) {
            AccountBalance journal = anchored.get(i);
            progress =
                progress.withAccount(
                    Comparison.account(
                        journal.account(), journal.sums(), held.get(i), Difference.Place.CHAIN));
          }
          return progress;
        });
  }

  /** The running balances also have what is posted but not anchored yet. */
  private Uni<AccountPage> compareBalances(Progress before, String after) {
    return books
        .ledger()
        .recomputed(Long.MAX_VALUE, after, ACCOUNTS_AT_ONCE)
        .chain(journal ->
            books
                .ledger()
                .balances(after, ACCOUNTS_AT_ONCE)
                .map(running -> page(before, journal, running)));
  }

  private static AccountPage page(
      Progress before, List<AccountBalance> journal, List<AccountBalance> running) {
    Optional<Difference> difference = before.difference();
    for (int i = 0; i < running.size() && difference.isEmpty(); i++) {
      Sums expected = journal.get(i).sums();
      difference =
          Comparison.account(
              journal.get(i).account(), expected, running.get(i).sums(), Difference.Place.BALANCES);
    }
    Optional<String> next =
        running.size() < ACCOUNTS_AT_ONCE || difference.isPresent()
            ? Optional.empty()
            : Optional.of(running.getLast().account().key().value());
    return new AccountPage(before.withDifference(difference), next);
  }

  private record AccountPage(Progress progress, Optional<String> next) {}

  /** How far the comparison is; position is that of the last journal entry that is anchored. */
  private record Progress(
      Contract contract,
      long batches,
      long accounts,
      long ledgerSequence,
      long position,
      Optional<Difference> difference) {

    Progress withBatch(long sequence, long lastPosition, Optional<Difference> found) {
      return new Progress(
          contract, batches + 1, accounts, sequence, Math.max(position, lastPosition), found);
    }

    Progress withAccount(Optional<Difference> found) {
      return new Progress(contract, batches, accounts + 1, ledgerSequence, position, found);
    }

    Progress withDifference(Optional<Difference> found) {
      return new Progress(contract, batches, accounts, ledgerSequence, position, found);
    }
  }
}

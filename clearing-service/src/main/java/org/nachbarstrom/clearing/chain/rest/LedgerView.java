package org.nachbarstrom.clearing.chain.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nachbarstrom.clearing.batch.BatchCounts;
import org.nachbarstrom.clearing.chain.Deployment;
import org.nachbarstrom.clearing.chain.Reconciliation;
import org.nachbarstrom.clearing.ledger.LedgerTotals;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.clearing.ledger.rest.AccountView;
import org.nachbarstrom.support.rest.Page;

/**
 * The ledger on the wire; amounts in 10⁻⁶ EUR, energies in 10⁻⁶ kWh.
 *
 * @param items accounts in the order of their keys
 * @param next cursor of the following accounts; null at the end
 * @param totals sums over all accounts, also those of other parts
 * @param batches number of batches by state
 * @param chain the contract; null before the first batch is anchored
 * @param reconciliation the latest comparison; null before the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LedgerView(
    List<AccountView> items,
    @Nullable String next,
    Totals totals,
    Batches batches,
    @Nullable ChainView chain,
    @Nullable ReconciliationView reconciliation) {

  /** Sums over all accounts; both balances are 0, always. */
  record Totals(
      long accounts,
      long valueDebitMicroEuro,
      long valueCreditMicroEuro,
      long valueBalanceMicroEuro,
      long energyReceivedMilliWattHours,
      long energyGivenMilliWattHours,
      long energyBalanceMilliWattHours) {
    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0);
  }

  /** Number of batches by state; {@code lastBlock} is that of the youngest anchored one. */
  record Batches(long received, long posted, long anchored, long refused, long lastBlock) {
    static final Batches NONE = new Batches(0, 0, 0, 0, 0);
  }

  /** The contract of the tenant. */
  record ChainView(String contract, long chainId) {}

  static LedgerView of(Page<AccountView> accounts) {
    return new LedgerView(accounts.items(), accounts.next(), Totals.NONE, Batches.NONE, null, null);
  }

  LedgerView with(LedgerTotals ledger) {
    Sums sums = ledger.sums();
    Totals sum =
        new Totals(
            ledger.accounts(),
            sums.valueDebit().microEuro(),
            sums.valueCredit().microEuro(),
            sums.valueBalance().microEuro(),
            sums.energyReceived().milliWattHours(),
            sums.energyGiven().milliWattHours(),
            sums.energyBalance().milliWattHours());
    return new LedgerView(items, next, sum, batches, chain, reconciliation);
  }

  LedgerView with(BatchCounts counts) {
    Batches byState =
        new Batches(
            counts.received(),
            counts.posted(),
            counts.anchored(),
            counts.refused(),
            counts.lastBlock());
    return new LedgerView(items, next, totals, byState, chain, reconciliation);
  }

  LedgerView with(Deployment deployment) {
    ChainView view =
        switch (deployment) {
          case Deployment.Deployed deployed ->
              new ChainView(deployed.contract().address(), deployed.contract().chainId());
          case Deployment.Planned planned -> null;
          case Deployment.None none -> null;
        };
    return new LedgerView(items, next, totals, batches, view, reconciliation);
  }

  LedgerView with(Optional<Reconciliation> latest) {
    return new LedgerView(
        items, next, totals, batches, chain, latest.map(ReconciliationView::of).orElse(null));
  }
}

package org.nachbarstrom.clearing.ledger.rest;

import java.time.Instant;
import java.util.List;
import org.nachbarstrom.clearing.ledger.AccountBalance;
import org.nachbarstrom.clearing.ledger.Sums;
import org.nachbarstrom.support.rest.Page;

/**
 * An account with its balance on the wire; amounts in 10⁻⁶ EUR, energies in 10⁻⁶ kWh.
 *
 * @param number its name on the chain
 * @param key {@code GRID} or {@code <accounting point>/<party>}
 * @param valueBalanceMicroEuro credit less debit; positive: the account is owed money
 * @param energyBalanceMilliWattHours received less given
 */
public record AccountView(
    String number,
    String key,
    Instant openedAt,
    long valueDebitMicroEuro,
    long valueCreditMicroEuro,
    long valueBalanceMicroEuro,
    long energyReceivedMilliWattHours,
    long energyGivenMilliWattHours,
    long energyBalanceMilliWattHours) {

  /** The view of a balance. */
  public static AccountView of(AccountBalance balance) {
    Sums sums = balance.sums();
    return new AccountView(
        balance.account().number().value(),
        balance.account().key().value(),
        balance.account().openedAt(),
        sums.valueDebit().microEuro(),
        sums.valueCredit().microEuro(),
        sums.valueBalance().microEuro(),
        sums.energyReceived().milliWattHours(),
        sums.energyGiven().milliWattHours(),
        sums.energyBalance().milliWattHours());
  }

  /** The first {@code limit} of the balances; one more tells that there is a next part. */
  public static Page<AccountView> page(List<AccountBalance> found, int limit) {
    List<AccountView> items = found.stream().limit(limit).map(AccountView::of).toList();
    return new Page<>(items, found.size() > limit ? items.getLast().key() : null);
  }
}

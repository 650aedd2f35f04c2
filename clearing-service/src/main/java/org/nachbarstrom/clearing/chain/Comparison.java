package org.nachbarstrom.clearing.chain;

import java.util.Optional;
import java.util.stream.Stream;
import org.nachbarstrom.clearing.batch.BatchProgress;
import org.nachbarstrom.clearing.batch.BatchRecord;
import org.nachbarstrom.clearing.ledger.Account;
import org.nachbarstrom.clearing.ledger.Sums;

/** The rules of comparing chain and journal: everything must be equal to the last unit. */
public final class Comparison {
  private Comparison() {}

  /** Compares the contract as a whole with the number of anchored batches. */
  public static Optional<Difference> contract(
      Contract contract, ContractState state, long anchoredBatches) {
    Field field =
        new Field(Difference.Subject.CONTRACT, contract.address(), Difference.Place.CHAIN);
    return state.present()
        ? field.compare("lastSequence", anchoredBatches, state.lastSequence())
        : field.compare("code", "deployed", "missing");
  }

  /**
   * Compares a batch.
   *
   * @param anchored what was noted when it was anchored
   * @param root root over the journal entries of the batch
   * @param entries number of those entries
   * @param chain what the contract holds
   */
  public static Optional<Difference> batch(
      BatchRecord batch,
      BatchProgress.Anchored anchored,
      String root,
      long entries,
      Optional<ChainBatch> chain) {
    String id = batch.id().toString();
    Field onChain = new Field(Difference.Subject.BATCH, id, Difference.Place.CHAIN);
    if (chain.isEmpty()) {
      return onChain.compare("cleared", "true", "false");
    }
    Field noted = new Field(Difference.Subject.BATCH, id, Difference.Place.ANCHOR);
    return Stream.of(
            onChain.compare("merkleRoot", root, chain.get().merkleRoot()),
            onChain.compare("sequence", anchored.ledgerSequence(), chain.get().sequence()),
            onChain.compare("bookings", entries, chain.get().bookings()),
            noted.compare("merkleRoot", root, anchored.anchor().merkleRoot()),
            noted.compare(
                "blockNumber", chain.get().blockNumber(), anchored.anchor().blockNumber()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Compares an account.
   *
   * @param journal sums added up from the journal
   * @param found sums of the other record
   */
  public static Optional<Difference> account(
      Account account, Sums journal, Sums found, Difference.Place place) {
    Field field = new Field(Difference.Subject.ACCOUNT, account.number().value(), place);
    return Stream.of(
            field.compare(
                "valueDebitMicroEuro",
                journal.valueDebit().microEuro(),
                found.valueDebit().microEuro()),
            field.compare(
                "valueCreditMicroEuro",
                journal.valueCredit().microEuro(),
                found.valueCredit().microEuro()),
            field.compare(
                "energyReceivedMilliWattHours",
                journal.energyReceived().milliWattHours(),
                found.energyReceived().milliWattHours()),
            field.compare(
                "energyGivenMilliWattHours",
                journal.energyGiven().milliWattHours(),
                found.energyGiven().milliWattHours()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private record Field(Difference.Subject subject, String id, Difference.Place place) {
    Optional<Difference> compare(String name, long journal, long found) {
      return compare(name, String.valueOf(journal), String.valueOf(found));
    }

    Optional<Difference> compare(String name, String journal, String found) {
      return journal.equals(found)
          ? Optional.empty()
          : Optional.of(new Difference(subject, id, name, journal, found, place));
    }
  }
}

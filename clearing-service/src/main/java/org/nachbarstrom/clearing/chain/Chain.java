package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.clearing.ledger.AccountNumber;
import org.nachbarstrom.clearing.ledger.Sums;

/**
 * The chain as this service sees it. Every call fails with a {@code ProblemException} whose
 * rejection is a {@link ChainRejection} if the chain is away or refuses. At most one call that
 * sends a transaction may be under way at a time, over all instances, because they share one nonce.
 */
public interface Chain {
  /** Signs a deployment with the next nonce, without sending it. */
  Uni<PlannedDeployment> planDeployment(AccountNumber grid);

  /**
   * Sends the planned deployment, or finds that it was sent, and waits until it is mined.
   *
   * @return empty if its nonce was used by another transaction, so that it can never be mined
   */
  Uni<Optional<Contract>> deploy(PlannedDeployment plan);

  /** The receipt of a batch that the contract has already cleared. */
  Uni<Optional<ChainReceipt>> cleared(Contract contract, UUID batch);

  /** Sends one transaction for the batch and waits until it is mined. */
  Uni<ChainReceipt> clear(Contract contract, BatchClearing clearing);

  /** The contract as a whole. */
  Uni<ContractState> state(Contract contract);

  /** What the contract holds of a batch. */
  Uni<Optional<ChainBatch>> batch(Contract contract, UUID batch);

  /** Cumulative sums that the contract holds, in the order asked. */
  Uni<List<Sums>> sums(Contract contract, List<AccountNumber> accounts);
}

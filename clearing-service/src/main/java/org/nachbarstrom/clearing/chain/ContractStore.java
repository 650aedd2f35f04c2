package org.nachbarstrom.clearing.chain;

import io.smallrye.mutiny.Uni;

/** The contract of the tenant of the current transaction. */
public interface ContractStore {
  /**
   * Takes the right to send transactions until the current transaction ends.
   *
   * @return false if another instance has it
   */
  Uni<Boolean> tryLockChain();

  /** Waits for the right to send transactions, so that the chain stands still. */
  Uni<Void> lockChain();

  /** How far the contract is. */
  Uni<Deployment> find();

  /** Keeps a plan; there must be none. */
  Uni<Void> add(PlannedDeployment plan);

  /** The plan can never be mined. */
  Uni<Void> remove();

  /** The plan was mined. */
  Uni<Void> markDeployed();
}

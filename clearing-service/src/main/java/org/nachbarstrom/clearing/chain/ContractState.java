package org.nachbarstrom.clearing.chain;

/**
 * What the chain says of a contract as a whole.
 *
 * @param present whether there is code at its address
 * @param lastSequence number of batches it cleared; 0 if it is not present
 * @param blockNumber latest block of the chain
 */
public record ContractState(boolean present, long lastSequence, long blockNumber) {}

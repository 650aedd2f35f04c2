package org.nachbarstrom.clearing.chain;

/**
 * The transaction that cleared a batch.
 *
 * @param merkleRoot root that the contract holds
 * @param transactionHash {@code 0x} and 64 hexadecimal digits
 * @param blockNumber its block
 * @param gasUsed its gas
 */
public record ChainReceipt(
    String merkleRoot, String transactionHash, long blockNumber, long gasUsed) {}

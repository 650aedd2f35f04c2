package org.nachbarstrom.settlement.booking;

/**
 * Where the chain holds a batch.
 *
 * @param merkleRoot root of all bookings, 0x and 64 hex digits
 * @param transactionHash 0x and 64 hex digits
 * @param contract address of the contract, 0x and 40 hex digits
 * @param gasUsed by the one transaction of the batch
 */
public record ClearingFacts(
    String merkleRoot,
    String transactionHash,
    long blockNumber,
    String contract,
    long chainId,
    long gasUsed) {}

package org.nachbarstrom.clearing.batch;

import java.time.Instant;

/**
 * Where a batch is on the chain.
 *
 * @param merkleRoot root over its bookings, {@code 0x} and 64 hexadecimal digits
 * @param transactionHash transaction that cleared it
 * @param blockNumber block of that transaction
 * @param gasUsed gas of that transaction
 * @param contract address of the tenant's contract
 * @param chainId EIP-155 id of the chain
 * @param anchoredAt when the receipt was seen, UTC
 */
public record Anchor(
    String merkleRoot,
    String transactionHash,
    long blockNumber,
    long gasUsed,
    String contract,
    long chainId,
    Instant anchoredAt) {}

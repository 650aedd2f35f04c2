package org.nachbarstrom.clearing.chain;

/**
 * What the contract holds of a batch.
 *
 * @param merkleRoot {@code 0x} and 64 hexadecimal digits
 * @param sequence place in the order of the contract, from 1
 * @param bookings number of bookings
 * @param blockNumber block in which it was cleared
 */
public record ChainBatch(String merkleRoot, long sequence, long bookings, long blockNumber) {}

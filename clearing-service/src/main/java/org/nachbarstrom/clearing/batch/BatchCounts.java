package org.nachbarstrom.clearing.batch;

/**
 * Number of batches by state.
 *
 * @param lastBlock block of the youngest anchored batch; 0 if there is none
 */
public record BatchCounts(
    long received, long posted, long anchored, long refused, long lastBlock) {}

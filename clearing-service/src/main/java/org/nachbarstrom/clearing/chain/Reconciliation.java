package org.nachbarstrom.clearing.chain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A comparison of chain and journal.
 *
 * @param id identity
 * @param finishedAt UTC
 * @param blockNumber latest block when it began
 * @param batches number of batches compared
 * @param accounts number of accounts compared
 * @param difference the first difference; empty if all agrees
 */
public record Reconciliation(
    UUID id,
    Instant finishedAt,
    long blockNumber,
    long batches,
    long accounts,
    Optional<Difference> difference) {}

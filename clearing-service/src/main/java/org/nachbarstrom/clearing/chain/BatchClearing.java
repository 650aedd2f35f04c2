package org.nachbarstrom.clearing.chain;

import java.util.List;
import java.util.UUID;
import org.nachbarstrom.clearing.ledger.Movement;

/**
 * What is sent to the contract for a batch.
 *
 * @param batch identity
 * @param sequence place in the order of the ledger
 * @param merkleRoot root over all bookings
 * @param bookings number of bookings
 * @param movements gross sums per touched account, ascending by account number
 */
public record BatchClearing(
    UUID batch, long sequence, String merkleRoot, int bookings, List<Movement> movements) {}

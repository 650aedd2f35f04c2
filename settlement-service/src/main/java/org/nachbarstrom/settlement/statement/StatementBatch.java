package org.nachbarstrom.settlement.statement;

import java.util.Optional;
import java.util.UUID;
import org.nachbarstrom.quantities.Money;
import org.nachbarstrom.settlement.booking.BatchReason;
import org.nachbarstrom.settlement.booking.BatchState;

/**
 * A released batch of one of the closings.
 *
 * @param version of the closing that it booked
 * @param balance what it added to what the party owes, over all its accounts; negative: in its
 *     favour
 * @param transactionHash where the chain holds it, once cleared
 */
public record StatementBatch(
    UUID batch,
    UUID closing,
    int version,
    BatchReason reason,
    long sequence,
    BatchState state,
    Money balance,
    Optional<String> transactionHash) {}

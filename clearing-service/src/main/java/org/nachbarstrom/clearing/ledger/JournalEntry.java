package org.nachbarstrom.clearing.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * A booking in the journal, never changed again.
 *
 * @param position place in the journal, ascending in the order of posting
 * @param booking what was booked
 * @param debit number of the debit account
 * @param credit number of the credit account
 * @param batch batch it came with
 * @param postedAt when it was written, UTC
 */
public record JournalEntry(
    long position,
    Booking booking,
    AccountNumber debit,
    AccountNumber credit,
    UUID batch,
    Instant postedAt) {}

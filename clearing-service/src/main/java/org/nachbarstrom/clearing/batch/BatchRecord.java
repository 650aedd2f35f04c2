package org.nachbarstrom.clearing.batch;

import java.time.Instant;
import java.util.UUID;

/**
 * A batch without its bookings.
 *
 * @param position order of arrival
 * @param id identity
 * @param sequence place in the order of settlement
 * @param closing what was settled
 * @param bookings how many
 * @param receivedAt UTC
 * @param traceparent trace that the batch came with; may be empty
 * @param progress how far it is
 */
public record BatchRecord(
    long position,
    UUID id,
    long sequence,
    ClosingReference closing,
    int bookings,
    Instant receivedAt,
    String traceparent,
    BatchProgress progress) {}

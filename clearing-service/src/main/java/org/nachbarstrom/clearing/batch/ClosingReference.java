package org.nachbarstrom.clearing.batch;

import java.util.UUID;

/**
 * The closing whose settlement made the batch.
 *
 * @param id closing
 * @param version of the closing, from 1
 * @param community whose closing it is
 */
public record ClosingReference(UUID id, int version, String community) {}

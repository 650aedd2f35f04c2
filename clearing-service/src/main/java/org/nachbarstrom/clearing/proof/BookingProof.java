package org.nachbarstrom.clearing.proof;

import java.util.List;
import org.nachbarstrom.clearing.batch.Anchor;
import org.nachbarstrom.clearing.batch.BatchRecord;

/**
 * Everything needed to check, with nothing but a chain node, that a booking was cleared.
 *
 * @param leaf the booking's provable fields
 * @param leafHash hash of the leaf
 * @param siblings hashes from the leaf up to below the root
 * @param batch batch of the booking
 * @param anchor where the batch is on the chain
 */
public record BookingProof(
    Leaf leaf, String leafHash, List<String> siblings, BatchRecord batch, Anchor anchor) {}

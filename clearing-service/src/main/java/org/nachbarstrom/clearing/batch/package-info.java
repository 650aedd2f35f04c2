/**
 * Booking batches on their way: received, posted, anchored or refused.
 *
 * <p>Owns: the batches of settlement, their order, their refusals. Does not own: balances, the
 * chain.
 *
 * <p>Invariants: batches are posted in the order of their sequence without a gap; a batch is posted
 * or refused as a whole, once; a refused batch takes its place in the order but none in the ledger.
 */
@NullMarked
package org.nachbarstrom.clearing.batch;

import org.jspecify.annotations.NullMarked;

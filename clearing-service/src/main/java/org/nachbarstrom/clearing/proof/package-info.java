/**
 * Proof that a booking belongs to an anchored batch.
 *
 * <p>Owns: the encoding of a booking as a leaf, the Merkle tree over a batch, the proof document.
 * Does not own: the chain that keeps the root.
 *
 * <p>Invariants: leaves and tree are those of OpenZeppelin's standard Merkle tree, so that the
 * contract and common tools verify them.
 */
@NullMarked
package org.nachbarstrom.clearing.proof;

import org.jspecify.annotations.NullMarked;

/**
 * The witness: a Stromkonto contract per tenant on a private Ethereum chain.
 *
 * <p>Owns: deployment, anchoring of posted batches, comparison of chain and journal. Does not own:
 * the journal, which stays the book of record whatever the chain says.
 *
 * <p>Invariants: batches are anchored in the order of the ledger, each once, however often the
 * process dies in between; a chain that is away or refuses never stops postings.
 */
@NullMarked
package org.nachbarstrom.clearing.chain;

import org.jspecify.annotations.NullMarked;

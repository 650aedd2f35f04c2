/** The hash function of Ethereum. */
@NullMarked
package org.nachbarstrom.clearing.proof.keccak;

import org.jspecify.annotations.NullMarked;

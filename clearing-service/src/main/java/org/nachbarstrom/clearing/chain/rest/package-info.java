/** The ledger with its witness, and reconciliations, over HTTP. */
@NullMarked
package org.nachbarstrom.clearing.chain.rest;

import org.jspecify.annotations.NullMarked;

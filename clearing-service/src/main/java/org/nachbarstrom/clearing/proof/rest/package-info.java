/** Proofs over HTTP. */
@NullMarked
package org.nachbarstrom.clearing.proof.rest;

import org.jspecify.annotations.NullMarked;

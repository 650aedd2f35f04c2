/** Accounts and their entries over HTTP. */
@NullMarked
package org.nachbarstrom.clearing.ledger.rest;

import org.jspecify.annotations.NullMarked;

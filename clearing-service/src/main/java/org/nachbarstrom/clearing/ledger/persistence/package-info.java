/** Accounts and journal in PostgreSQL; account numbers from a secure random source. */
@NullMarked
package org.nachbarstrom.clearing.ledger.persistence;

import org.jspecify.annotations.NullMarked;

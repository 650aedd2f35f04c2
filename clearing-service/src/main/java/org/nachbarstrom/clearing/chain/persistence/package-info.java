/**
 * Contracts and reconciliations in PostgreSQL.
 */
@NullMarked
package org.nachbarstrom.clearing.chain.persistence;

import org.jspecify.annotations.NullMarked;

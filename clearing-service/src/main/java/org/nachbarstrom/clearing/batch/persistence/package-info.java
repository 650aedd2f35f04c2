/**
 * Batches and due work in PostgreSQL.
 */
@NullMarked
package org.nachbarstrom.clearing.batch.persistence;

import org.jspecify.annotations.NullMarked;

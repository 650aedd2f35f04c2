/** Batches and due work in PostgreSQL, and the loop that takes it. */
@NullMarked
package org.nachbarstrom.clearing.batch.persistence;

import org.jspecify.annotations.NullMarked;

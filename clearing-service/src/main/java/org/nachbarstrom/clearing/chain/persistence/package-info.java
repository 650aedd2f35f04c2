/** Contracts and reconciliations in PostgreSQL, and the loop that anchors what is due. */
@NullMarked
package org.nachbarstrom.clearing.chain.persistence;

import org.jspecify.annotations.NullMarked;

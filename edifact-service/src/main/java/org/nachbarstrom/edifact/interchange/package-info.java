/**
 * Interchanges as they were received.
 *
 * <p>Owns: the raw bytes, what was answered per message, duplicate detection. Does not own: what a
 * value means. Invariants: an interchange with its bytes, messages and events is stored in one
 * transaction or not at all; per tenant and sender at most one interchange with a reference is
 * taken. One that was refused as a whole does not block a corrected one with the same reference.
 * Bytes never change; what is kept no longer is erased, and who asks for it is told so.
 */
@NullMarked
package org.nachbarstrom.edifact.interchange;

import org.jspecify.annotations.NullMarked;

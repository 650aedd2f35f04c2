/**
 * Deletes what interchanges tell of persons once it is kept no longer.
 *
 * <p>Owns: how long it is kept, whose turn it is, how far a deletion is. Does not own: interchanges
 * and what is answered about those that are erased.
 *
 * <p>Invariants: what was received before the configured time is erased, nothing else is; whoever
 * asks gets the whole or learns that it is erased, never a part. A deletion goes on where it
 * stopped, whenever the process ends. What recognises a repetition, a cancelled document or an
 * answer stays.
 *
 * <p>Times: by days of the market; a tenant's turn is once a day.
 */
@NullMarked
package org.nachbarstrom.edifact.erasure;

import org.jspecify.annotations.NullMarked;

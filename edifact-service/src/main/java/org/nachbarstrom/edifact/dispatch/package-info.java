/**
 * Interchanges that we send.
 *
 * <p>Owns: their bytes, references, file names, how far each has come and what the partner
 * answered. Does not own: what they say. Invariants: an interchange is queued in the transaction of
 * the change that caused it; a reference is never used twice under one own code; what our own
 * validation finds fault with is parked and never sent; an answer counts once, whenever and however
 * often it comes.
 */
@NullMarked
package org.nachbarstrom.edifact.dispatch;

import org.jspecify.annotations.NullMarked;

/**
 * Interchanges and the service segments that hold them together (UNB, UNH, UNT, UNZ).
 *
 * <p>Owns: references, counters, what a CONTRL can say about the envelope. Does not own: what
 * stands between UNH and UNT. Invariant: every message begun is ended, whatever the input.
 */
@NullMarked
package org.nachbarstrom.edifact.core.interchange;

import org.jspecify.annotations.NullMarked;

/**
 * The message description: which elements a segment has, which must be filled, how long they are.
 *
 * <p>Owns: elements, lengths, character classes and repetitions of each segment. Does not own: the
 * order of segments, and what a Prüfidentifikator makes of them ({@link
 * org.nachbarstrom.edifact.core.ahb}). Source: MSCONS MIG 2.4c and 2.5.
 */
@NullMarked
package org.nachbarstrom.edifact.core.mig;

import org.jspecify.annotations.NullMarked;

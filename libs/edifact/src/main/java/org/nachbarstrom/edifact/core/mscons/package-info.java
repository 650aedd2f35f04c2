/**
 * MSCONS of the German market: load profiles of market locations (Prüfidentifikator 13025) in
 * versions 2.4c and 2.5.
 *
 * <p>Entry points: {@link org.nachbarstrom.edifact.core.mscons.MsconsReader#read} with a handler
 * that gets message by message, or {@link org.nachbarstrom.edifact.core.mscons.MsconsReader#next}
 * to pull them. Memory is bounded by one message, not by the interchange.
 *
 * <p>Invariants: an accepted profile has, for each of its registers, exactly one energy per
 * quarter-hour of its transmission period. Anything else refuses the message and says why; its
 * neighbours are not touched. A syntax error refuses the interchange, which is known at its end:
 * whoever acts on accepted messages must be able to take it back until {@link
 * org.nachbarstrom.edifact.core.interchange.InterchangeResult#syntaxValid} says yes.
 *
 * <p>Messages of an interchange are much alike. What was judged once without a finding is not
 * judged again: values of the same codes, statuses and formats, and messages whose segments differ
 * only in reference, document number, location and values. What is found is the same as without.
 *
 * <p>Times: instants in UTC, half-open intervals; offsets other than +00 are converted.
 */
@NullMarked
package org.nachbarstrom.edifact.core.mscons;

import org.jspecify.annotations.NullMarked;

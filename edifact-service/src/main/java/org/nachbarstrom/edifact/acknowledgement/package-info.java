/**
 * CONTRL and APERAK, in both directions.
 *
 * <p>Owns: which answer a received interchange gets and until when; what partners told about
 * interchanges of ours, also where nothing of ours matches; what is overdue on either side. Does
 * not own: how an answer is written (libs/edifact), how it travels (dispatch, whose table of
 * outgoing interchanges is read here but never written).
 *
 * <p>Invariants: an answer is queued in the transaction that takes what it answers; a CONTRL is
 * never answered; an answer of a partner counts once. Times: due times are instants; working days
 * and noon are those of Europe/Berlin.
 */
@NullMarked
package org.nachbarstrom.edifact.acknowledgement;

import org.jspecify.annotations.NullMarked;

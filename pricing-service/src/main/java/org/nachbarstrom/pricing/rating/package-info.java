/**
 * Turns the energy of one member in one closing version into exact line items.
 *
 * <p>Owns: lines, roundings, what a rating waits for. Does not own: who pays, what was booked.
 * Invariants: a rating that lacks a price yields no line at all; Σ energy of the lines equals the
 * measured energy; a base fee is charged once per point and day. Times: local days of the closing.
 */
@NullMarked
package org.nachbarstrom.pricing.rating;

import org.jspecify.annotations.NullMarked;

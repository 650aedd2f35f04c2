/**
 * Values for quarter-hours without a usable one (Ersatzwertbildung).
 *
 * <p>Owns: substitutions, from proposal to decision, with method, reason and what they rest on.
 * Does not own: the values, which are recorded in the series like any other delivery once a
 * substitution is confirmed.
 *
 * <p>Invariants: a value is only formed where none is usable, and only from measured ones; whatever
 * is received later replaces it; the values of a substitution that was scaled add up to the energy
 * the register advanced by; a decision is made once.
 *
 * <p>Times: quarter-hours of UTC, half-open; comparable days are local days of the German market.
 */
@NullMarked
package org.nachbarstrom.metering.substitute;

import org.jspecify.annotations.NullMarked;

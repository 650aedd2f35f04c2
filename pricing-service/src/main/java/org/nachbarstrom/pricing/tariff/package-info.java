/**
 * Tariffs and their dated price components.
 *
 * <p>Owns: what a component costs on which day. Does not own: which point a tariff prices,
 * quantities. Invariants: at most one price of a kind on a day; a version is never changed. Times:
 * local dates, recorded instants in UTC.
 */
@NullMarked
package org.nachbarstrom.pricing.tariff;

import org.jspecify.annotations.NullMarked;

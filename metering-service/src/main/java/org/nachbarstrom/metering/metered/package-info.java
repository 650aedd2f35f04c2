/**
 * What an accounting point consumed or generated, whoever's series holds it: its own, or that of
 * the metering point that meters it.
 *
 * <p>Owns: which of several values of a quarter-hour counts for the accounting point. Does not own:
 * values, which metering point meters which accounting point.
 *
 * <p>Invariants: the point's own usable value counts; where it has none, the usable one of the
 * metering point that meters it on that day does; the same snapshot gives the same values for ever.
 *
 * <p>Times: quarter-hours of UTC; which metering point it is changes on local days of the market.
 */
@NullMarked
package org.nachbarstrom.metering.metered;

import org.jspecify.annotations.NullMarked;

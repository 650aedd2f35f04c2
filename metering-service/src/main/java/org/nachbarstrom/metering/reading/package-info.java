/**
 * What meters showed and what senders say was used: readings of registers and energy quantities.
 *
 * <p>Owns: every reading and quantity ever received with the document it came in, which documents
 * were cancelled, and the energy of quarter-hours that readings tell. Does not own: the series in
 * which that is recorded, what anything is used for.
 *
 * <p>Invariants: nothing is overwritten; per device, register and moment (readings), or purpose,
 * register and period (quantities), the value of the latest document that is not cancelled counts
 * (message time, then receipt, then reference), whatever the order and however often documents are
 * delivered; a cancellation voids exactly what its sender sent under the number up to its message
 * time, also if that arrives later.
 *
 * <p>Times: UTC instants; months and days of quantities are those of the German market.
 */
@NullMarked
package org.nachbarstrom.metering.reading;

import org.jspecify.annotations.NullMarked;

/**
 * Bookings between accounts and the batches that carry them to clearing.
 *
 * <p>Owns: booking batches, bookings, the gap-free sequence of a tenant, release, and what clearing
 * answered. Does not own: balances (clearing), prices and quantities (earlier stages).
 *
 * <p>Invariants: a booking is never changed; both its amounts are at least zero and at least one is
 * above; what is booked of a closing is the sum of the bookings of its batches; a batch gets its
 * sequence number when it is released, so that discarded batches leave no gap.
 */
@NullMarked
package org.nachbarstrom.settlement.booking;

import org.jspecify.annotations.NullMarked;

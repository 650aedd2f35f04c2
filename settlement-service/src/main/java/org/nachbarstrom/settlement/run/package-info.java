/**
 * Runs: one per version of a closing, from the first event about it to its bookings.
 *
 * <p>Owns: the collected costs of a closing version, control totals, who pays for each of its
 * points, what a run waits for. Does not own: quantities (metering), amounts (pricing), bookings
 * ({@code booking}).
 *
 * <p>Invariants: a run books at most once; a version that is older than a complete one is never
 * booked; the first content of a version stands, another content under the same version is refused.
 * Events may come in any order and any number of times.
 */
@NullMarked
package org.nachbarstrom.settlement.run;

import org.jspecify.annotations.NullMarked;

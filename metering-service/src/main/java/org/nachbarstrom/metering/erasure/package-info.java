/**
 * Deletes the quarter-hours of persons that are kept no longer (MsbG § 60 (6)), in all versions.
 *
 * <p>Owns: runs that delete, which tables they delete from, decisions to hold the values of a
 * point. Does not own: the horizon and what follows from it for those who ask or bring values.
 *
 * <p>Invariants: what lies behind the horizon of a tenant is deleted, nothing else is; PostgreSQL
 * refuses to delete any row that is not behind it. A run goes on where it stopped, whenever the
 * process ends. Closings, their totals and the hashes and day sums of their inputs stay.
 *
 * <p>Times: horizons are UTC midnights; a tenant's turn is once per local day of the market.
 */
@NullMarked
package org.nachbarstrom.metering.erasure;

import org.jspecify.annotations.NullMarked;

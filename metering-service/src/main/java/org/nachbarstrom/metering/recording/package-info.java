/**
 * When a fact became known: the second time axis of everything this service keeps.
 *
 * <p>Owns: recording instants and snapshot instants of a tenant. Does not own: what is recorded.
 *
 * <p>Invariant: what was readable as known at a snapshot instant stays exactly that for ever. A
 * transaction that records facts holds a shared advisory lock of its tenant until it ends and takes
 * its recording instant while holding it. Freezing a snapshot takes the same lock exclusively for a
 * moment, in a short transaction of its own: nobody is in the middle of recording then, and whoever
 * records later gets an instant after the snapshot, because the frozen instant is stored and is the
 * lower bound of all later recording instants. So neither a slow commit nor two servers with
 * different clocks can slip a value under a snapshot, readers of a snapshot need no lock at all,
 * and recorders never wait for each other.
 *
 * <p>Times: instants of the database clock, UTC, microseconds.
 */
@NullMarked
package org.nachbarstrom.metering.recording;

import org.jspecify.annotations.NullMarked;

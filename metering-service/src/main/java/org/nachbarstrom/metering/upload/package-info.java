/**
 * Values that people and gateways hand in over REST: lines of JSON, CSV and XLSX files.
 *
 * <p>Owns: what an upload was, how its lines and rows are understood, what of it was taken, what
 * was rejected and why, files that wait for confirmation. Does not own: the values, which go to
 * their series and readings like those of the market.
 *
 * <p>Invariants: nothing of an upload is written before it is read to its end, nothing of a file
 * before it is confirmed; an upload says at most one value per quarter-hour; the same upload again
 * changes nothing; what is counted as taken is committed; energies are exact, never rounded.
 *
 * <p>Times: quarter-hours of UTC; local times of files are read in the zone that their mapping
 * names.
 */
@NullMarked
package org.nachbarstrom.metering.upload;

import org.jspecify.annotations.NullMarked;

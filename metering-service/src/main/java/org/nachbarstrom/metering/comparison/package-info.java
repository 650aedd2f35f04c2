/**
 * Our allocation beside the network operator's.
 *
 * <p>Owns: how the operator's file is read, which cells differ, which cause is likely. Does not
 * own: either allocation; nothing of it is kept.
 *
 * <p>Invariants: the same file against the same snapshot gives the same report; every cell of
 * either side is counted exactly once.
 *
 * <p>Times: quarter-hours as UTC instants, days local to the community.
 */
@NullMarked
package org.nachbarstrom.metering.comparison;

import org.jspecify.annotations.NullMarked;

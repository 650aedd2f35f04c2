/**
 * Whether what is known of a series is plausible.
 *
 * <p>Owns: checks of the values of a period against rules, and their findings by day. Does not own:
 * the values, what follows from a finding. What can never be right is refused before it is
 * recorded: negative energies, two values for one quarter-hour.
 *
 * <p>Invariants: a check is made of one snapshot and never changed; for a day the newest check that
 * covers it counts.
 *
 * <p>Times: local days of the German market; a finding belongs to the day on which it begins.
 */
@NullMarked
package org.nachbarstrom.metering.plausibility;

import org.jspecify.annotations.NullMarked;

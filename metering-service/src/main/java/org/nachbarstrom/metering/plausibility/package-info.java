/**
 * Whether what is known of a series is plausible.
 *
 * <p>Owns: rules and their effects, checks of series by them, what they find, releases, verdicts
 * about rejected values. Does not own: the values, substitutes, closings. What can never be right
 * is refused before it is recorded: negative energies, two values for one quarter-hour.
 *
 * <p>Invariants: what is found depends on what was delivered and not on the order in which it came,
 * nor on what was rejected before; a verdict counts more than the message it is about and less than
 * any other that counts more than this one; a release is never changed and holds as long as the
 * same is found; a finding that is held or rejects is released by name or by other values.
 *
 * <p>Times: local days of the German market; a finding belongs to the day on which it begins.
 */
@NullMarked
package org.nachbarstrom.metering.plausibility;

import org.jspecify.annotations.NullMarked;

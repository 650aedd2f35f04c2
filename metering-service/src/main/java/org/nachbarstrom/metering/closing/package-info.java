/**
 * Closings: a community and period, computed from what is known at one instant and announced.
 *
 * <p>Owns: closings, their versions, what a waiting one waits for. Does not own: values, allocation
 * rules, prices, debts.
 *
 * <p>Invariants: a version never changes and can be computed again from its snapshot; members and
 * control totals of its events agree; the same inputs make no new version; a correction that is
 * held is announced only with the inputs that were approved; periods of a community do not overlap.
 *
 * <p>Times: local dates of the community, end exclusive; a version carries its snapshot instant.
 */
@NullMarked
package org.nachbarstrom.metering.closing;

import org.jspecify.annotations.NullMarked;

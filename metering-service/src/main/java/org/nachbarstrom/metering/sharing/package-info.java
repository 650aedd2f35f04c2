/**
 * Communities and the allocation of their shared energy.
 *
 * <p>Owns: communities with dated members and dated keys, the allocation per quarter-hour, who
 * supplied whom, which part of a point's energy takes part where and which of its communities
 * leads. Does not own: values, prices, when a period is closed.
 *
 * <p>Invariants: allocated + surplus is the generation and allocated + residual the consumption, to
 * the milliwatt-hour; who-from-whom quantities add up to what each consumer was allocated and to
 * what each producer shared; nothing is negative; a revision of a community is never changed.
 *
 * <p>Times: memberships and keys in local dates of the community, half-open; a day has 92, 96 or
 * 100 quarter-hours.
 */
@NullMarked
package org.nachbarstrom.metering.sharing;

import org.jspecify.annotations.NullMarked;

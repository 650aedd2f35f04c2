/**
 * Which values are kept no longer, and whose are kept on because of a dispute.
 *
 * <p>Owns: the horizon of each tenant, before which no quarter-hours of persons are kept (MsbG § 60
 * (6)), and holds of single accounting points. Does not own: values, and deleting them.
 *
 * <p>Invariants: a horizon never goes back; it only moves while nobody is recording, so that
 * whoever records sees it, and what it leaves behind is deleted but never added to.
 *
 * <p>Times: a horizon is a UTC midnight, the begin of a day block, so that each block lies wholly
 * on one side of it.
 */
@NullMarked
package org.nachbarstrom.metering.retention;

import org.jspecify.annotations.NullMarked;

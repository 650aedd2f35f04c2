/**
 * Accounting points: where energy is accounted for, which way it flows and since when.
 *
 * <p>Owns: declared accounting points and their revisions, which metering point meters which of
 * them and how, the list of series that belong to no declared point. Does not own: values,
 * communities, who pays.
 *
 * <p>Invariants: a revision is never changed; declaring the same again adds none.
 *
 * <p>Times: validity in local dates, half-open; revisions carry when they were recorded.
 */
@NullMarked
package org.nachbarstrom.metering.accountingpoint;

import org.jspecify.annotations.NullMarked;

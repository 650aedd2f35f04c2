/**
 * What MSCONS messages say, handed on.
 *
 * <p>Owns: which accepted message becomes an event, and its form. Does not own: what a value means
 * for billing. Invariant: at most one event per accepted message, in the transaction that stores
 * it. Only what metering can use is handed on: load profiles of active energy, readings and energy
 * quantities of electricity, cancellations; everything else is stored and answered only.
 */
@NullMarked
package org.nachbarstrom.edifact.mscons;

import org.jspecify.annotations.NullMarked;
